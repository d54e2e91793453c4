package io.nocode.studio.inference;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.tables.FieldDocument;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table for a file's data.
 *
 * @param tableName made of the file's name
 * @param fieldsConfig as a table is made of it; a table takes no more than {@code fields_limit} of them
 * @param columns the same columns as they are in the file
 */
public record Inference(
        String tableName,
        String displayName,
        String format,
        long rowsCount,
        int fieldsLimit,

        @Schema(type = SchemaType.ARRAY, implementation = FieldDocument.class)
        JsonNode fieldsConfig,

        List<InferredColumn> columns) {}
