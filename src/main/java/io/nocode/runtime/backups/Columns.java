package io.nocode.runtime.backups;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The columns of a table that hold what somebody wrote, as PostgreSQL has them: all but those that it
 * works out, and those that a deployment has made for itself.
 */
@ApplicationScoped
class Columns {
    @Inject
    private Database database;

    /**
     * A column.
     *
     * @param type PostgreSQL's, whole
     */
    record Stored(String name, String type) {}

    /** The columns of a table by its full name; none where there is no such table. */
    List<Stored> of(String table) {
        return database.list(
                Sql.of(
                        "select attname, format_type(atttypid, atttypmod) as type from pg_attribute"
                                + " where attrelid = to_regclass(?) and attnum > 0 and not attisdropped"
                                + " and attgenerated = '' and attname !~ '^_' order by attnum",
                        table),
                row -> new Stored(row.text("attname"), row.text("type")));
    }
}
