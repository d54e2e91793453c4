package io.nocode.shared.sql;

import com.fasterxml.jackson.databind.JsonNode;
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
            Object[] elements = values.toArray();
            String type = elements.length > 0 && elements[0] instanceof UUID
                    ? "uuid"
                    : elements.length > 0 && elements[0] instanceof Number ? "numeric" : "text";
            statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
        } else {
            statement.setObject(index, value);
        }
    }
}
