package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.ChoiceType;
import io.nocode.studio.schema.Wire;

/** What rows and their values are in OpenAPI 3. */
final class OpenApiSchemas {
    private OpenApiSchemas() {}

    static ObjectNode reference(String schema) {
        return Json.object().put("$ref", "#/components/schemas/" + schema);
    }

    static ObjectNode page(String row) {
        ObjectNode page = Json.object().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties
                .putObject("count")
                .put("type", "integer")
                .put("format", "int64")
                .put("nullable", true);
        properties.putObject("next").put("type", "string").put("nullable", true);
        properties.putObject("previous").put("type", "string").put("nullable", true);
        properties.putObject("results").put("type", "array").set("items", reference(row));
        page.putArray("required").add("count").add("next").add("previous").add("results");
        return page;
    }

    static ObjectNode error() {
        ObjectNode error = Json.object().put("type", "object");
        ObjectNode properties = error.putObject("properties");
        for (String name : new String[] {"error", "code", "request_id"}) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("details").put("type", "object").put("additionalProperties", true);
        error.putArray("required").add("error").add("code").add("request_id");
        return error;
    }

    /**
     * A column's value.
     *
     * @param masked whether it is null in rows in which it does not show
     */
    static ObjectNode value(Column column, boolean masked) {
        ObjectNode schema = Json.object();
        switch (column.wire()) {
            case INTEGER -> number(schema, column, "int32");
            case BIGINT -> number(schema, column, "int64");
            case DECIMAL -> schema.put("type", "number");
            case FLOAT -> schema.put("type", "number").put("format", "double");
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> schema.put("type", "string").put("format", "date");
            case TIMESTAMP -> schema.put("type", "string").put("format", "date-time");
            case UUID -> schema.put("type", "string").put("format", "uuid");
            case TEXT, TIME -> schema.put("type", "string");
            case TEXT_ARRAY -> schema.put("type", "array").putObject("items").put("type", "string");
            case JSON ->
                schema.put(
                        "description",
                        column.isFiles()
                                ? "Files; a body names those that stay, by their ids or as the row has them."
                                : "Any JSON.");
        }
        boolean nullable = masked
                || (column.field() == null
                        ? column.name().endsWith("_by")
                        : !column.field().required());
        if (nullable && column.wire() != Wire.JSON) {
            schema.put("nullable", true);
        }
        if (column.type() instanceof ChoiceType choice && !nullable) {
            ArrayNode values = schema.putArray("enum");
            choice.choices().all().forEach(each -> values.add(each.value()));
        }
        return schema;
    }

    private static void number(ObjectNode schema, Column column, String format) {
        if (column.prefix().isEmpty()) {
            schema.put("type", "integer").put("format", format);
        } else {
            schema.put("type", "string");
        }
    }
}
