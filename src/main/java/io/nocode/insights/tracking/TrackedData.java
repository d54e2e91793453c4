package io.nocode.insights.tracking;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.foundation.users.AccountErasing;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What people did. Erased, an event keeps that something happened, and nothing of where from and with what. */
@ApplicationScoped
class TrackedData implements PersonalData {
    @Inject
    private Database database;

    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "events",
                Sql.of(
                        "select id, event_type, event_name, properties, context, session_id, anonymous_id, organization_id,"
                                + " project_id, ip_address, user_agent, tracked_at from event where user_id = ?"
                                + " order by tracked_at",
                        person),
                "analytics_exports",
                Sql.of(
                        "select id, organization_id, export_type, format, created_at from export where requested_by = ?"
                                + " order by created_at",
                        person));
    }

    void erase(@Observes AccountErasing event) {
        database.update(Sql.of(
                "update event set ip_address = null, user_agent = null, session_id = null, anonymous_id = null,"
                        + " context = '{}', properties = '{}' where user_id = ?",
                event.userId()));
    }
}
