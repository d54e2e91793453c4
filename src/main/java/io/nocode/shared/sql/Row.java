package io.nocode.shared.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a query stands on. Getters without {@code OrNull} promise a value. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public UUID uuid(String column) {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return get(column, UUID.class);
    }

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        try {
            return results.getString(column);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** The text of the column at a position, from 1. */
    public @Nullable String textOrNull(int position) {
        try {
            return results.getString(position);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    public long number(String column) {
        try {
            return results.getLong(column);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    public @Nullable BigDecimal decimalOrNull(String column) {
        return get(column, BigDecimal.class);
    }

    public byte[] bytes(String column) {
        try {
            byte[] value = results.getBytes(column);
            return value == null ? new byte[0] : value;
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    public boolean flag(String column) {
        try {
            return results.getBoolean(column);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A json or jsonb column as a tree; a JSON null for SQL's. */
    public JsonNode json(String column) {
        String text = textOrNull(column);
        return text == null ? Json.mapper().nullNode() : Json.parse(text);
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        try {
            return results.getObject(column, type);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }
}
