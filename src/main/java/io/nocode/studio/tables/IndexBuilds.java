package io.nocode.studio.tables;

import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.CreateIndex;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;

/** Builds indexes of large tables while others read and write them. */
@ApplicationScoped
public class IndexBuilds implements OutboxHandler {
    static final String KIND = "index-build";

    private static final Logger LOG = Logger.getLogger(IndexBuilds.class.getName());
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";

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
        for (TableSchema table : TableSchemaJson.readAll(entry.payload().path("tables"))) {
            table.indexes().forEach(index -> build(pgSchema, index.beside()));
        }
        outbox.done(entry);
    }

    private void build(Identifier pgSchema, CreateIndex index) {
        List<Boolean> valid = database.list(
                Sql.of(
                        "select i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n"
                                + " on n.oid = c.relnamespace where n.nspname = ? and c.relname = ?",
                        pgSchema.name(),
                        index.name().name()),
                row -> row.flag("indisvalid"));
        if (valid.contains(true)) {
            return;
        }
        if (valid.contains(false)) {
            // What an interrupted build has left serves nobody.
            database.executeSlowly(List.of("drop index concurrently if exists " + pgSchema + "." + index.name()));
        }
        try {
            database.executeSlowly(List.of(index.sql(pgSchema)));
        } catch (DatabaseFault fault) {
            if (!fault.state().equals(UNDEFINED_TABLE) && !fault.state().equals(UNDEFINED_COLUMN)) {
                throw fault;
            }
            LOG.info(() -> "The index " + index.name() + " is not wanted any more.");
        }
    }
}
