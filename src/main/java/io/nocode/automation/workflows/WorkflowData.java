package io.nocode.automation.workflows;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What people automated, and what ran as them. It belongs to the organisation; who is erased is an id that tells of nobody. */
@ApplicationScoped
class WorkflowData implements PersonalData {
    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "workflows",
                Sql.of(
                        "select id, project_id, name, created_at from workflow where created_by = ? order by created_at",
                        person),
                "executions",
                Sql.of(
                        "select id, workflow_id, trigger_type, status, created_at from workflow_execution"
                                + " where acts_as = ? order by created_at",
                        person));
    }
}
