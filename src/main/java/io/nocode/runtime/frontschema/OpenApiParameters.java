package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Set;

/** The parameters of the operations on rows, as OpenAPI has them. */
final class OpenApiParameters {
    /** Names that mean something else in the URL of a list. */
    private static final Set<String> TAKEN = Set.of(
            "page",
            "page_size",
            "cursor",
            "sort_by",
            "sort_order",
            "search",
            "filters",
            "fields",
            "expand",
            "count",
            "environment");

    private OpenApiParameters() {}

    static ObjectNode id() {
        ObjectNode id = parameter("id", "path", "The row's id.").put("required", true);
        id.putObject("schema").put("type", "string").put("format", "uuid");
        return id;
    }

    /** The environment, which is that of the document unless something else is said. */
    static ArrayNode environment(String environment) {
        ObjectNode parameter = parameter("environment", "query", "Whose rows are meant.");
        ObjectNode schema = parameter.putObject("schema").put("type", "string").put("default", environment);
        schema.putArray("enum").add("dev").add("staging").add("prod");
        return Json.array().add(parameter);
    }

    static ArrayNode ofList(List<Column> columns, String environment) {
        ArrayNode all = Json.array();
        ObjectNode page = parameter("page", "query", "The page, from 1.");
        page.putObject("schema").put("type", "integer").put("minimum", 1);
        ObjectNode size = parameter("page_size", "query", "How many rows a page has.");
        size.putObject("schema")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", 100)
                .put("default", 20);
        all.add(page).add(size);
        all.add(text("cursor", "Empty to begin a walk, which `next` carries on."));
        all.add(text("sort_by", "Fields, separated by commas; a minus means descending."));
        all.add(oneOf("sort_order", "For the fields without a minus.", "asc", "desc"));
        all.add(text("search", "Words in the text fields."));
        all.add(text("filters", "Conditions as JSON: fields with operators, `or` and `and` with lists, `not`."));
        all.add(text("fields", "Only these fields, separated by commas."));
        all.add(text("expand", "Relations whose rows are embedded, separated by commas."));
        all.add(oneOf("count", "How rows are counted.", "exact", "estimated", "none"));
        for (Column column : columns) {
            if (OpenApiDocument.isPlain(column) && !TAKEN.contains(column.name())) {
                String operators = OpenApiDocument.operators(column);
                ObjectNode filter = parameter(
                        column.name(),
                        "query",
                        "Rows with this value. With an operator behind two underscores also: " + operators + ".");
                filter.set("schema", OpenApiSchemas.value(column, false).without(List.of("nullable", "maxLength")));
                all.add(filter);
            }
        }
        return all;
    }

    private static ObjectNode text(String name, String description) {
        ObjectNode parameter = parameter(name, "query", description);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode oneOf(String name, String description, String... values) {
        ObjectNode parameter = text(name, description);
        ArrayNode all = parameter.withObject("/schema").putArray("enum");
        for (String value : values) {
            all.add(value);
        }
        return parameter;
    }

    private static ObjectNode parameter(String name, String in, String description) {
        return Json.object().put("name", name).put("in", in).put("description", description);
    }
}
