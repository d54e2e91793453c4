package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tables as JSON: {@code {id, table_name, display_name, description, icon, options, fields_config,
 * policies}}. */
public final class TableSchemaJson {
    private TableSchemaJson() {}

    public static ObjectNode write(TableSchema table) {
        ObjectNode json = Json.object()
                .put("id", table.id().toString())
                .put("table_name", table.name())
                .put("display_name", table.displayName())
                .put("description", table.description())
                .put("icon", table.icon());
        json.set("options", TableOptionsJson.write(table.options(), table.fields()));
        json.set("fields_config", writeFields(table.fields()));
        json.set("policies", TablePolicyJson.writeAll(table.policies()));
        return json;
    }

    public static ArrayNode writeAll(List<TableSchema> tables) {
        ArrayNode all = Json.array();
        tables.forEach(table -> all.add(write(table)));
        return all;
    }

    public static ArrayNode writeFields(List<Field> fields) {
        ArrayNode all = Json.array();
        fields.forEach(field -> all.add(FieldJson.write(field)));
        return all;
    }

    /**
     * A table that we have written.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static TableSchema read(JsonNode json) {
        Faults faults = new Faults();
        List<Field> fields = readFields(json.path("fields_config"), "fields_config", List.of(), true, faults);
        TableOptions options = TableOptionsJson.read(json.path("options"), "options", fields, true, faults);
        List<TablePolicy> policies = TablePolicyJson.readAll(json.path("policies"), "policies", fields, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Not a stored table: " + faults.byField());
        }
        return new TableSchema(
                UUID.fromString(json.path("id").asText()),
                json.path("table_name").asText(),
                json.path("display_name").asText(),
                json.path("description").asText(),
                json.path("icon").asText(),
                options,
                fields,
                policies);
    }

    public static List<TableSchema> readAll(JsonNode array) {
        List<TableSchema> tables = new ArrayList<>(array.size());
        array.forEach(table -> tables.add(read(table)));
        return List.copyOf(tables);
    }

    /**
     * The fields that somebody sends, in the order of their positions. What is wrong is blamed on its path, such as
     * {@code fields_config[2].name}.
     *
     * @param known the table's fields now: one with the same id, or without an id the same name, is meant
     */
    public static List<Field> readFields(JsonNode array, String path, List<Field> known, Faults faults) {
        return readFields(array, path, known, false, faults);
    }

    private static List<Field> readFields(
            JsonNode array, String path, List<Field> known, boolean trusted, Faults faults) {
        List<Field> fields = new ArrayList<>();
        if (!array.isArray()) {
            faults.add(path, "field.must_be.array");
            return fields;
        }
        Set<String> names = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String place = path + "[" + i + "]";
            Field field = FieldJson.read(array.get(i), place, i, known, trusted, faults);
            String name = array.get(i).path("name").asText();
            if (!name.isEmpty() && !names.add(name)) {
                faults.add(place + ".name", "field.duplicate");
            } else if (field != null && !ids.add(field.id())) {
                faults.add(place + ".id", "field.duplicate");
            } else if (field != null) {
                fields.add(field);
            }
        }
        fields.sort(Comparator.comparingInt(Field::position));
        return fields;
    }

    /** One field that somebody sends; see {@link #readFields}. */
    public static java.util.Optional<Field> readField(JsonNode json, int place, List<Field> known, Faults faults) {
        return java.util.Optional.ofNullable(FieldJson.read(json, "", place, known, false, faults));
    }
}
