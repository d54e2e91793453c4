package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.ChoiceType;
import io.nocode.studio.schema.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenAPI 3 document of the rows of one environment's tables. */
final class OpenApiDocument {
    private static final String JSON = "application/json";

    private final Permits permits;
    private final String base;
    private final ObjectNode paths = Json.object();
    private final ObjectNode schemas = Json.object();

    /** A document whose paths stand below a base, such as {@code /api/v1/runtime/projects/…/tables}. */
    OpenApiDocument(Permits permits, String base) {
        this.permits = permits;
        this.base = base;
    }

    ObjectNode of(String title, String server, String environment, Map<String, LiveTable> tables) {
        schemas.set("Error", error());
        tables.values().forEach(this::add);
        ObjectNode document = Json.object().put("openapi", "3.0.3");
        document.putObject("info").put("title", title).put("version", environment);
        document.putArray("servers").addObject().put("url", server);
        document.putArray("security").addObject().putArray("bearer");
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas);
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return document;
    }

    private void add(LiveTable table) {
        String name = table.name();
        ObjectNode row = Json.object().put("type", "object");
        ObjectNode body = row.deepCopy().put("additionalProperties", false);
        ArrayNode required = Json.array();
        for (Column column : table.columns()) {
            if (permits.reads(table, column)) {
                row.withObjectProperty("properties").set(column.name(), value(column));
                if (column.field() != null && column.isWritable()) {
                    body.withObjectProperty("properties").set(column.name(), value(column));
                    if (column.field().required() && !column.field().hasDefault()) {
                        required.add(column.name());
                    }
                }
            }
        }
        schemas.set(name, row);
        schemas.set(name + "_patch", body.deepCopy());
        schemas.set(name + "_body", required.isEmpty() ? body : body.set("required", required));
        schemas.set(name + "_page", page(name));
        ObjectNode all = paths.putObject(base + "/" + name + "/");
        operation(all, "get", "list_" + name, "200", name + "_page", null).set("parameters", listParameters());
        operation(all, "post", "create_" + name, "201", name, name + "_body");
        ObjectNode one = paths.putObject(base + "/" + name + "/{id}/");
        one.putArray("parameters").add(parameter("id", "path", "string").put("required", true));
        operation(one, "get", "get_" + name, "200", name, null);
        operation(one, "put", "replace_" + name, "200", name, name + "_body");
        operation(one, "patch", "merge_" + name, "200", name, name + "_patch");
        operation(one, "delete", "delete_" + name, "204", "", null);
    }

    private static ObjectNode operation(
            ObjectNode path, String method, String id, String status, String answer, @Nullable String body) {
        ObjectNode operation = path.putObject(method).put("operationId", id);
        if (body != null) {
            content(operation.putObject("requestBody").put("required", true), body);
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode success = responses.putObject(status).put("description", "Done.");
        if (!answer.isEmpty()) {
            content(success, answer);
        }
        content(responses.putObject("default").put("description", "Refused."), "Error");
        return operation;
    }

    private static void content(ObjectNode of, String schema) {
        of.putObject("content").putObject(JSON).set("schema", reference(schema));
    }

    private static ArrayNode listParameters() {
        ArrayNode parameters = Json.array();
        parameters.add(parameter("page", "query", "integer")).add(parameter("page_size", "query", "integer"));
        for (String text :
                new String[] {"cursor", "sort_by", "sort_order", "search", "filters", "fields", "expand", "count"}) {
            parameters.add(parameter(text, "query", "string"));
        }
        return parameters;
    }

    private static ObjectNode parameter(String name, String in, String type) {
        ObjectNode parameter = Json.object().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    private static ObjectNode page(String row) {
        ObjectNode page = Json.object().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("count").put("type", "integer").put("nullable", true);
        properties.putObject("next").put("type", "string").put("nullable", true);
        properties.putObject("previous").put("type", "string").put("nullable", true);
        properties.putObject("results").put("type", "array").set("items", reference(row));
        return page;
    }

    private static ObjectNode error() {
        ObjectNode error = Json.object().put("type", "object");
        ObjectNode properties = error.putObject("properties");
        for (String name : new String[] {"error", "code", "request_id"}) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("details").put("type", "object");
        return error;
    }

    private static ObjectNode value(Column column) {
        ObjectNode schema = Json.object();
        switch (column.wire()) {
            case INTEGER -> schema.put("type", "integer").put("format", "int32");
            case BIGINT -> {
                if (column.prefix().isEmpty()) {
                    schema.put("type", "integer").put("format", "int64");
                } else {
                    schema.put("type", "string");
                }
            }
            case DECIMAL, FLOAT -> schema.put("type", "number");
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
        boolean nullable = column.field() == null
                ? column.name().endsWith("_by")
                : !column.field().required();
        if (nullable && column.wire() != Wire.JSON) {
            schema.put("nullable", true);
        }
        if (column.type() instanceof ChoiceType choice && !nullable) {
            ArrayNode values = schema.putArray("enum");
            choice.choices().all().forEach(each -> values.add(each.value()));
        }
        return schema;
    }

    private static ObjectNode reference(String schema) {
        return Json.object().put("$ref", "#/components/schemas/" + schema);
    }
}
