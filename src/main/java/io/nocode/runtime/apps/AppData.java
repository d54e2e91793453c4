package io.nocode.runtime.apps;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What people deployed. It belongs to the organisation; an erased maker is an id that tells of nobody. */
@ApplicationScoped
class AppData implements PersonalData {
    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "apps",
                Sql.of(
                        "select id, project_id, name, created_at from app where created_by = ? order by created_at",
                        person),
                "deployments",
                Sql.of(
                        "select id, app_id, status, created_at from deployment where requested_by = ? order by created_at",
                        person));
    }
}
