package io.nocode.foundation.audit;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What the audit log tells of people. With an account its addresses are erased by the database itself. */
@ApplicationScoped
class AuditData implements PersonalData {
    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "audit_log",
                Sql.of(
                        "select e.id, e.organisation_id as organization_id, e.action, e.resource_type, e.resource_id,"
                                + " e.created_at, p.address, p.user_agent from audit_entry e"
                                + " left join audit_personal p on p.entry_id = e.id where e.actor_id = ?"
                                + " order by e.created_at",
                        person));
    }
}
