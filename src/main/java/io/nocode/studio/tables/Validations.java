package io.nocode.studio.tables;

import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Has PostgreSQL read the rows of large tables for new constraints, while others read and write them. */
@ApplicationScoped
public class Validations implements OutboxHandler {
    static final String KIND = "schema-validation";

    @Inject
    private FollowUps followUps;

    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) {
        Identifier pgSchema = Identifier.of(entry.payload().path("pg_schema").asText());
        followUps.unread(pgSchema).forEach(one -> database.executeSlowly(List.of(one.validation(pgSchema))));
        outbox.done(entry);
    }
}
