package io.nocode.runtime.records;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the documentation shows what is sent of a row. Bodies are read without it. */
@Schema(
        name = "RowBody",
        description = "Each field of the table under its name.",
        additionalProperties = Object.class,
        example = "{\"name\": \"Zürich\", \"price\": 12.50}")
public interface RowBodyView {}
