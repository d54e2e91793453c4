package io.nocode.runtime.records;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the documentation shows a row: its fields are the table's own. Answers are written without it. */
@Schema(
        name = "Row",
        description = "A row: what the server keeps of it, and each field of its table under the field's name.",
        additionalProperties = Object.class,
        example = "{\"id\": \"01997b2e-8c4f-7a51-9d3e-2f6b8c0d1e2f\", \"name\": \"Zürich\", \"price\": 12.50,"
                + " \"created_at\": \"2026-01-01T00:00:00Z\", \"updated_at\": \"2026-01-01T00:00:00Z\","
                + " \"created_by\": null, \"updated_by\": null, \"version\": 1}")
public interface RowView {}
