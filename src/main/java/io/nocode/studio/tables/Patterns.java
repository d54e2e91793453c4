package io.nocode.studio.tables;

import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.StringType;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks PostgreSQL, which will hold values to them, whether it understands the patterns of a table's fields. */
@ApplicationScoped
class Patterns {
    private static final String INVALID_REGULAR_EXPRESSION = "2201B";

    @Inject
    private Database database;

    /** Throws, blaming the field, at the first pattern that PostgreSQL refuses. */
    void check(TableSchema table, String path) {
        for (int i = 0; i < table.fields().size(); i++) {
            if (table.fields().get(i).type() instanceof StringType type && type.pattern() != null) {
                check(type.pattern().whole(), path + "[" + i + "].pattern");
            }
        }
    }

    private void check(String pattern, String path) {
        try {
            database.exists(Sql.of("select 1 where '' ~ ?", pattern));
        } catch (DatabaseFault fault) {
            if (!fault.state().equals(INVALID_REGULAR_EXPRESSION)) {
                throw fault;
            }
            // The transaction is spent: this fault goes alone.
            new Faults().add(path, "field.option.pattern", pattern).throwIfAny();
        }
    }
}
