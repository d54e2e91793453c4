package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is to be.
 *
 * @param project the one that it is in; a table does not move
 * @param fieldsConfig every field; one with the same id, or without an id the same name, stays and keeps its values
 * @param options left out, they stay
 * @param allowDataLoss whether values may go with fields that are not named any more
 */
public record SchemaUpdate(
        @Nullable UUID project,

        @NotNull @Schema(example = "clients", pattern = "[a-z][a-z0-9_]{0,62}")
        String tableName,

        @NotBlank @Size(max = 200) @Schema(example = "Clients")
        String displayName,

        @Nullable @Size(max = 2000) String description,
        @Nullable @Size(max = 100) String icon,

        @NotNull @Schema(type = SchemaType.ARRAY, implementation = FieldDocument.class)
        JsonNode fieldsConfig,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode options,

        @Nullable Boolean allowDataLoss) {}
