package io.nocode.insights.tracking;

import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes events: any number of them in one statement. */
@ApplicationScoped
@Transactional
class EventStore {
    private static final String COLUMNS = "id, event_type, event_name, properties, context, session_id, anonymous_id,"
            + " user_id, organization_id, project_id, batch_id, ip_address, user_agent, tracked_at, created_at";

    @Inject
    private Database database;

    void insert(List<TrackedEvent> events) {
        database.update(Sql.of(
                "insert into event (" + COLUMNS + ") select " + COLUMNS + " from jsonb_to_recordset(?) as e ("
                        + "id uuid, event_type text, event_name text, properties jsonb, context jsonb,"
                        + " session_id text, anonymous_id text, user_id uuid, organization_id uuid, project_id uuid,"
                        + " batch_id uuid, ip_address text, user_agent text, tracked_at timestamptz,"
                        + " created_at timestamptz)",
                Json.tree(events)));
    }
}
