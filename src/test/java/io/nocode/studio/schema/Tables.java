package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.List;
import java.util.UUID;

/** Tables for tests, written as JSON. */
final class Tables {
    private Tables() {}

    /** A table with an id made of its number, and with fields as in {@code fields_config}. */
    static TableSchema table(int number, String name, String fieldsConfig) {
        JsonNode json = Json.parse("""
                {"id": "%s", "table_name": "%s", "display_name": "", "description": "", "icon": "",
                 "options": {"indexes": []}, "fields_config": %s}""".formatted(id(number), name, fieldsConfig));
        return TableSchemaJson.read(json);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    /** One field with an id made of its number, and with more properties such as {@code "required": true}. */
    static String field(int number, String name, String type, String... more) {
        return "{\"id\": \"%s\", \"name\": \"%s\", \"type\": \"%s\"%s}"
                .formatted(id(number), name, type, more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    static String fields(String... fields) {
        return "[" + String.join(", ", fields) + "]";
    }

    static FieldType type(String type, String... options) {
        return table(1, "t", fields(field(2, "f", type, options)))
                .fields()
                .get(0)
                .type();
    }

    /** What is wrong with fields that somebody sends: {@code path message-key}. */
    static List<String> faults(String fieldsConfig) {
        Faults faults = new Faults();
        TableSchemaJson.readFields(Json.parse(fieldsConfig), "fields_config", List.of(), faults);
        return faults.byField().entrySet().stream()
                .map(fault -> fault.getKey() + " " + fault.getValue().key())
                .toList();
    }
}
