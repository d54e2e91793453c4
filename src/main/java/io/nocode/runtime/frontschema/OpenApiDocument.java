package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3 document of the rows of one environment's tables, for one caller: only the operations that they may ask
 * for, with only the fields that they may see or set.
 */
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
        schemas.set("Error", OpenApiSchemas.error());
        ObjectNode document = Json.object().put("openapi", "3.0.3");
        document.putObject("info").put("title", title).put("version", environment);
        document.putArray("servers").addObject().put("url", server);
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("bearer");
        security.addObject().putArray("key");
        ArrayNode tags = document.putArray("tags");
        tables.values().forEach(table -> add(table, environment, tags));
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas);
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
        return document;
    }

    private void add(LiveTable table, String environment, ArrayNode tags) {
        String name = table.name();
        ObjectNode all = Json.object();
        ObjectNode one = Json.object();
        if (permits.may(table, Act.READ)) {
            schemas.set("page_" + name, OpenApiSchemas.page("row_" + name));
            operation(all, "get", "list_" + name, "List rows: " + name, "200", "page_" + name, null, name)
                    .set("parameters", OpenApiParameters.ofList(readable(table), environment));
            operation(one, "get", "get_" + name, "Read a row: " + name, "200", "row_" + name, null, name);
        }
        if (permits.may(table, Act.CREATE)) {
            schemas.set("new_" + name, body(table, Act.CREATE, true));
            operation(
                    all, "post", "create_" + name, "Create a row: " + name, "201", "row_" + name, "new_" + name, name);
        }
        if (permits.may(table, Act.READ) && permits.may(table, Act.UPDATE)) {
            schemas.set("whole_" + name, body(table, Act.UPDATE, true));
            schemas.set("patch_" + name, body(table, Act.UPDATE, false));
            operation(
                    one,
                    "put",
                    "replace_" + name,
                    "Replace a row: " + name,
                    "200",
                    "row_" + name,
                    "whole_" + name,
                    name);
            operation(
                    one,
                    "patch",
                    "merge_" + name,
                    "Change a row: " + name,
                    "200",
                    "row_" + name,
                    "patch_" + name,
                    name);
        }
        if (permits.may(table, Act.READ) && permits.may(table, Act.DELETE)) {
            operation(one, "delete", "delete_" + name, "Delete a row: " + name, "204", null, null, name);
        }
        if (all.isEmpty() && one.isEmpty()) {
            return;
        }
        tags.addObject().put("name", name).put("description", described(table));
        schemas.set("row_" + name, row(table));
        put(base + "/" + name + "/", all, OpenApiParameters.environment(environment));
        put(
                base + "/" + name + "/{id}/",
                one,
                OpenApiParameters.environment(environment).insert(0, OpenApiParameters.id()));
    }

    private void put(String path, ObjectNode operations, ArrayNode parameters) {
        if (!operations.isEmpty()) {
            paths.set(path, operations.set("parameters", parameters));
        }
    }

    private static String described(LiveTable table) {
        String text = table.schema().description();
        return text.isEmpty() ? table.schema().displayName() : text;
    }

    private List<Column> readable(LiveTable table) {
        return table.columns().stream()
                .filter(column -> permits.reads(table, column))
                .toList();
    }

    private ObjectNode row(LiveTable table) {
        ObjectNode row = Json.object().put("type", "object");
        ObjectNode properties = row.putObject("properties");
        properties.set("id", OpenApiSchemas.value(table.id(), false));
        // Whether it shows may be different from row to row.
        Predicate<Column> always = column -> permits.shown(table, column) == Condition.ANYTHING;
        readable(table)
                .forEach(column -> properties.set(column.name(), OpenApiSchemas.value(column, !always.test(column))));
        row.putArray("required").add("id");
        return row;
    }

    /** What may be sent of a row; where it is whole, required fields are required. */
    private ObjectNode body(LiveTable table, Act act, boolean whole) {
        ObjectNode body = Json.object().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = body.putObject("properties");
        ArrayNode required = Json.array();
        for (Column column : table.columns()) {
            if (column.field() != null && column.isWritable() && permits.sets(table, act, column)) {
                properties.set(column.name(), OpenApiSchemas.value(column, false));
                if (whole && column.field().required() && !column.field().hasDefault()) {
                    required.add(column.name());
                }
            }
        }
        return required.isEmpty() ? body : body.set("required", required);
    }

    private static ObjectNode operation(
            ObjectNode path,
            String method,
            String id,
            String summary,
            String status,
            @Nullable String answer,
            @Nullable String body,
            String tag) {
        ObjectNode operation = path.putObject(method).put("operationId", id).put("summary", summary);
        operation.putArray("tags").add(tag);
        if (body != null) {
            content(operation.putObject("requestBody").put("required", true), body);
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode success = responses.putObject(status).put("description", "Done.");
        if (answer != null) {
            content(success, answer);
        }
        content(responses.putObject("default").put("description", "Refused."), "Error");
        return operation;
    }

    private static void content(ObjectNode of, String schema) {
        of.putObject("content").putObject(JSON).set("schema", OpenApiSchemas.reference(schema));
    }

    /** The operators of a field, as its description tells them. */
    static String operators(Column column) {
        return column.type().operators().stream()
                .filter(operator -> operator != Operator.EQ)
                .map(Operator::wireName)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether a field can be asked for by a plain parameter. */
    static boolean isPlain(Column column) {
        return column.wire() != Wire.JSON && column.wire() != Wire.TEXT_ARRAY;
    }
}
