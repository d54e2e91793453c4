package io.nocode.shared.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How Java's values go to PostgreSQL. */
final class Binding {
    private Binding() {}

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof JsonNode json) {
            // Of no type, so that PostgreSQL takes it for what the column is; the driver may not be the WAR's own.
            statement.setObject(index, json.toString(), Types.OTHER);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Collection<?> values) {
            statement.setArray(index, array(statement.getConnection(), values));
        } else {
            statement.setObject(index, value);
        }
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        Object first = values.isEmpty() ? null : values.iterator().next();
        if (first instanceof UUID) {
            return connection.createArrayOf("uuid", values.toArray());
        }
        if (first instanceof Number) {
            return connection.createArrayOf("numeric", values.toArray());
        }
        // The driver sends strings, and nothing that it has to look at first, in PostgreSQL's own form: nobody quotes
        // them and nobody reads the quotes again.
        boolean plain = values.stream().allMatch(value -> value == null || value instanceof String);
        return connection.createArrayOf("text", plain ? values.toArray(String[]::new) : values.toArray());
    }
}
