package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields that a table might have. */
public record PreviewRequest(
        @NotNull @Schema(type = SchemaType.ARRAY, implementation = FieldDocument.class)
        JsonNode fieldsConfig) {}
