package io.nocode.studio.projects;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What people made in studio. It belongs to the organisation; an erased maker is an id that tells of nobody. */
@ApplicationScoped
class StudioData implements PersonalData {
    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "projects",
                Sql.of(
                        "select id, organization_id, name, created_at from project where created_by = ? order by created_at",
                        person),
                "tables",
                Sql.of(
                        "select id, project_id, name, created_at from table_design where created_by = ? order by created_at",
                        person),
                "project_versions",
                Sql.of(
                        "select project_id, number, created_at from project_version where created_by = ?"
                                + " order by created_at",
                        person));
    }
}
