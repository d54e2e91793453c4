package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Has PostgreSQL keep what every statement does to a table's rows, whoever sends it. History speaks of fields by their
 * ids, so that it outlives their renaming.
 */
public record KeepRevisions(TableSchema owner, Event event) implements Ddl {
    /** What may happen to rows. */
    public enum Event {
        INSERT("ri", "new table as new_rows"),
        UPDATE("ru", "old table as old_rows new table as new_rows"),
        DELETE("rd", "old table as old_rows");

        private final String prefix;
        private final String rows;

        Event(String prefix, String rows) {
            this.prefix = prefix;
            this.rows = rows;
        }

        Identifier trigger(TableSchema owner) {
            return Identifier.of(prefix + "_" + owner.id().toString().replace("-", ""));
        }
    }

    @Override
    public Phase phase() {
        return Phase.FINISH;
    }

    @Override
    public String lock() {
        return "SHARE ROW EXCLUSIVE";
    }

    @Override
    public String about() {
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create trigger " + event.trigger(owner) + " after "
                + event.name().toLowerCase(Locale.ROOT) + " on " + Ddl.name(pgSchema, owner.table()) + " referencing "
                + event.rows + " for each statement execute function nocode.keep_revisions("
                + Literal.text(CreateRevisions.table(owner).name()) + ", " + Literal.text(names(owner)) + ")";
    }

    /** The fields' ids by the names of their columns, as JSON. */
    static String names(TableSchema table) {
        return table.fields().stream()
                .filter(field -> field.type().isStored())
                .map(field -> '"' + field.name() + "\": \"" + field.id() + '"')
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
