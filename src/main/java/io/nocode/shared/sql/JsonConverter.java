package io.nocode.shared.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a tree in a {@code jsonb} column. The data source sends text as of unspecified type, so that PostgreSQL takes
 * it for JSON.
 */
@Converter
public class JsonConverter implements AttributeConverter<JsonNode, Object> {
    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable JsonNode tree) {
        return tree == null ? null : tree.toString();
    }

    @Override
    public @Nullable JsonNode convertToEntityAttribute(@Nullable Object stored) {
        return stored == null ? null : Json.parse(stored.toString());
    }
}
