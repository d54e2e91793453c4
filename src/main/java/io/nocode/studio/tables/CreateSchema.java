package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table to be made. */
public record CreateSchema(
        @NotNull UUID project,

        @NotNull @Schema(example = "clients", pattern = "[a-z][a-z0-9_]{0,62}")
        String tableName,

        @NotBlank @Size(max = 200) @Schema(example = "Clients")
        String displayName,

        @Nullable @Size(max = 2000) String description,
        @Nullable @Size(max = 100) String icon,

        @Nullable @Schema(type = SchemaType.ARRAY, implementation = FieldDocument.class)
        JsonNode fieldsConfig,

        @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode options) {}
