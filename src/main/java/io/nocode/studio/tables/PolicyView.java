package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do with some rows of a table.
 *
 * @param action read, create, update or delete
 * @param filter which rows; empty for all
 * @param check what a row must be as it is written; null for what the filter says
 * @param fields what may be seen of those rows, or set; null for all
 */
@Schema(name = "SchemaPolicy")
public record PolicyView(
        UUID id,
        UUID schema,
        String role,
        String action,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode filter,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class, nullable = true) @Nullable
        JsonNode check,

        @Nullable List<String> fields) {}
