package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes of a table with random rows: whatever happens, metadata and catalogue agree and no value is lost. */
class SchemaRoundsIT {
    private static final int ROUNDS = Integer.getInteger("nocode.test.rounds", 40);
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("string", "character varying"),
            Map.entry("text", "text"),
            Map.entry("email", "text"),
            Map.entry("integer", "integer"),
            Map.entry("bigint", "bigint"),
            Map.entry("decimal", "numeric"),
            Map.entry("currency", "numeric"),
            Map.entry("float", "double precision"),
            Map.entry("boolean", "boolean"),
            Map.entry("date", "date"),
            Map.entry("time", "time without time zone"),
            Map.entry("datetime", "timestamp with time zone"),
            Map.entry("uuid", "uuid"),
            Map.entry("json", "jsonb"),
            Map.entry("choice", "text"),
            Map.entry("multi_choice", "ARRAY"),
            Map.entry("relation", "uuid"),
            Map.entry("formula", "bigint"));
    private static final List<String> TYPES = COLUMNS.keySet().stream()
            .filter(type -> !type.equals("formula"))
            .sorted()
            .toList();
    private static final Set<String> CHECKED = Set.of("choice", "multi_choice", "email");

    private Client owner;
    private String schema;
    private String rows;
    private String fullName;
    private final List<String> others = new ArrayList<>();
    private Random random;
    private int names;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterEveryChangeMetadataAndCatalogueAgreeAndNoValueIsLost(long seed) throws SQLException {
        random = new Random(seed);
        owner = People.newUser();
        String project = People.newProject(owner, People.newOrganization(owner));
        owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "other", "display_name": "O", "fields_config": []}""".formatted(project)).expect(201);
        for (int i = 0; i < 3; i++) {
            others.add(owner.post("runtime/projects/" + project + "/tables/other/", "{}")
                    .expect(201)
                    .id());
        }
        Answer made = owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "t", "display_name": "T", "fields_config": [
                  {"name": "a", "type": "string"}, {"name": "b", "type": "integer"}]}""".formatted(project)).expect(201);
        schema = "studio/schemas/" + made.id() + "/";
        rows = "runtime/projects/" + project + "/tables/t/";
        fullName = made.at("table_name_full").asText();
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            addRow();
            ArrayNode before = fields();
            Map<String, JsonNode> were = values();
            ArrayNode wanted = changed(before.deepCopy());
            ObjectNode patch = Json.object().put("allow_data_loss", true).set("fields_config", wanted);
            if (random.nextInt(5) == 0) {
                patch.putObject("options").putArray("indexes").add(index(wanted));
            }
            ArrayNode indexesBefore = indexes();
            Answer answer = owner.patch(schema, patch);
            String told = "seed %d, round %d: %s to %s: %s".formatted(seed, round, before, wanted, answer.text());
            assertThat(answer.status()).as(told).isIn(200, 400, 409);
            if (answer.status() == 200) {
                accepted++;
                kept(before, were, fields(), values(), told);
            } else {
                assertThat(fields()).as(told).isEqualTo(before);
                assertThat(values()).as(told).isEqualTo(were);
                assertThat(indexes()).as(told).isEqualTo(indexesBefore);
            }
            agrees(fields(), told);
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 3);
    }

    private ArrayNode changed(ArrayNode fields) {
        ObjectNode one = (ObjectNode) fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(11)) {
            case 0, 1 -> fields.add(newField());
            case 9 -> fields.add(newFormula(fields));
            case 2 -> {
                if (fields.size() > 1) {
                    fields.remove(random.nextInt(fields.size()));
                }
            }
            case 3 -> one.put("name", "n" + names++);
            case 4 -> {
                ObjectNode other = (ObjectNode) fields.get(random.nextInt(fields.size()));
                String name = one.path("name").asText();
                one.put("name", other.path("name").asText());
                other.put("name", name);
            }
            case 5, 6 -> {
                ObjectNode bare = Json.object()
                        .put("id", one.path("id").asText())
                        .put("name", one.path("name").asText())
                        .put("required", one.path("required").asBoolean());
                one.removeAll();
                one.setAll(typed(bare, TYPES.get(random.nextInt(TYPES.size()))));
            }
            case 7 -> one.put("required", !one.path("required").asBoolean());
            case 8 -> one.put("unique", !one.path("unique").asBoolean());
            default -> one.put("indexed", !one.path("indexed").asBoolean());
        }
        return fields;
    }

    private ObjectNode newField() {
        ObjectNode field = typed(Json.object().put("name", "n" + names++), TYPES.get(random.nextInt(TYPES.size())));
        if (random.nextBoolean() && !field.path("type").asText().equals("relation")) {
            field.put("required", true).set("default", value(field));
        }
        return field;
    }

    private ObjectNode newFormula(ArrayNode fields) {
        String of = fields.get(random.nextInt(fields.size())).path("name").asText();
        return Json.object()
                .put("name", "n" + names++)
                .put("type", "formula")
                .put("expression", random.nextBoolean() ? "[" + of + "] + 1" : "if(is_empty([" + of + "]), 0, 1)")
                .put("result_type", "bigint");
    }

    private ObjectNode index(ArrayNode fields) {
        ObjectNode index = Json.object().put("unique", random.nextInt(4) == 0);
        index.putArray("fields")
                .add(fields.get(random.nextInt(fields.size())).path("name").asText());
        if (fields.size() > 1) {
            index.withArray("/fields")
                    .add(fields.get(random.nextInt(fields.size())).path("name").asText());
        }
        return index;
    }

    private ArrayNode indexes() {
        return (ArrayNode) owner.get(schema + "indexes/").expect(200).at("results");
    }

    private static ObjectNode typed(ObjectNode field, String type) {
        field.put("type", type);
        if (type.equals("choice")) {
            field.putArray("choices").add("1").add("true").add("x");
        }
        if (type.equals("multi_choice")) {
            field.putArray("choices").add("1").add("x").add("y");
        }
        if (type.equals("relation")) {
            field.put("target", "other");
        }
        if (type.equals("string")) {
            field.put("max_length", 20).put("min_length", 1);
        }
        return field;
    }

    private JsonNode value(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "string", "text" ->
                Json.tree(List.of("1", "x", "true", "2026-01-31", "3.5", "long text of words")
                        .get(random.nextInt(6)));
            case "integer", "bigint" -> Json.tree(random.nextInt(3));
            case "decimal" -> Json.tree(new BigDecimal(random.nextInt(40)).movePointLeft(1));
            case "float" -> Json.tree(random.nextInt(8) / 4.0);
            case "boolean" -> Json.tree(random.nextBoolean());
            case "currency" -> Json.tree(random.nextInt(5));
            case "date" -> Json.tree("2026-01-0" + (1 + random.nextInt(9)));
            case "time" -> Json.tree("12:00:0" + random.nextInt(9));
            case "datetime" -> Json.tree("2026-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z");
            case "uuid", "relation" -> Json.tree(others.get(random.nextInt(others.size())));
            case "email" -> Json.tree(random.nextInt(3) + "@example.org");
            case "json" -> Json.parse(List.of("1", "\"x\"", "{\"a\": [1]}").get(random.nextInt(3)));
            case "multi_choice" ->
                Json.parse(List.of("[]", "[\"x\"]", "[\"1\", \"x\"]").get(random.nextInt(3)));
            default -> Json.tree("1");
        };
    }

    private void addRow() {
        ObjectNode row = Json.object();
        fields().forEach(field -> {
            if (!field.path("type").asText().equals("formula")
                    && (field.path("required").asBoolean() || random.nextInt(3) > 0)) {
                row.set(field.path("name").asText(), value(field));
            }
        });
        assertThat(owner.post(rows, row).status()).isIn(201, 409);
    }

    private ArrayNode fields() {
        return (ArrayNode) owner.get(schema).expect(200).at("fields_config");
    }

    private Map<String, JsonNode> values() {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        owner.get(rows + "?page_size=100&sort_by=id")
                .expect(200)
                .at("results")
                .forEach(row -> byId.put(row.path("id").asText(), row));
        return byId;
    }

    private static void kept(
            ArrayNode before, Map<String, JsonNode> were, ArrayNode after, Map<String, JsonNode> are, String told) {
        assertThat(are.keySet()).as(told).isEqualTo(were.keySet());
        for (JsonNode is : after) {
            for (JsonNode was : before) {
                if (is.path("id").equals(was.path("id"))
                        && !is.path("type").asText().equals("formula")
                        && !was.path("type").asText().equals("formula")) {
                    were.forEach((id, row) -> same(
                            row.path(was.path("name").asText()),
                            are.get(id).path(is.path("name").asText()),
                            told));
                }
            }
        }
    }

    private static void same(JsonNode was, JsonNode is, String told) {
        if (!plain(was).equals(plain(is))) {
            assertThat(is).as(told).isEqualTo(was);
        }
    }

    /** A value whatever type holds it: numbers by their size, truths as numbers. */
    private static Object plain(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isContainerNode()) {
            return value.isArray() ? listed(value) : value.toString();
        }
        String text = value.asText().replace("T00:00:00Z", "").replace(": ", ":");
        if (text.equals("true") || text.equals("false")) {
            return BigDecimal.valueOf(text.equals("true") ? 1 : 0);
        }
        try {
            return new BigDecimal(text.strip()).stripTrailingZeros();
        } catch (NumberFormatException words) {
            return text;
        }
    }

    /** A list as the text that it becomes, and that becomes it. */
    private static Object listed(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts.size() == 1 ? plain(list.get(0)) : String.join(", ", texts);
    }

    private void agrees(ArrayNode fields, String told) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> constraints = new TreeSet<>();
        Set<String> indexes = new TreeSet<>();
        for (JsonNode field : fields) {
            String id = field.path("id").asText().replace("-", "");
            String type = field.path("type").asText();
            columns.put(
                    field.path("name").asText(),
                    COLUMNS.get(type) + (field.path("required").asBoolean() ? " required" : ""));
            boolean unique = field.path("unique").asBoolean();
            if (unique) {
                constraints.add("uq_" + id);
            }
            if (type.equals("relation")) {
                constraints.add("fk_" + id);
            }
            if (CHECKED.contains(type)
                    || type.equals("string") && field.path("min_length").asInt() > 0) {
                constraints.add("ck_" + id);
            }
            // A relation is indexed whatever is said, since the other table's rows are deleted by it.
            if ((field.path("indexed").asBoolean() || type.equals("relation")) && !unique) {
                indexes.add("ix_" + id);
            }
        }
        indexes().forEach(index -> indexes.add("tx_" + index.path("id").asText().replace("-", "")));
        String[] name = fullName.split("\\.");
        Map<String, String> real = new LinkedHashMap<>();
        try (Connection connection = TestInstallation.database()) {
            for (List<String> row : query(
                    connection,
                    "select column_name, data_type || case is_nullable when 'NO' then ' required' else '' end"
                            + " from information_schema.columns where table_schema = ? and table_name = ?"
                            + " and column_name not in ('id', 'created_at', 'updated_at', 'created_by', 'updated_by',"
                            + " 'version')",
                    name)) {
                real.put(row.get(0), row.get(1));
            }
            assertThat(real).as(told).isEqualTo(columns);
            assertThat(first(query(
                            connection,
                            "select k.conname, '' from pg_constraint k join pg_class c on c.oid = k.conrelid join"
                                    + " pg_namespace n on n.oid = c.relnamespace where n.nspname = ? and c.relname = ?"
                                    + " and k.contype in ('u', 'c', 'f') and k.convalidated",
                            name)))
                    .as(told)
                    .isEqualTo(constraints);
            assertThat(first(query(
                            connection,
                            "select indexname, '' from pg_indexes where schemaname = ? and tablename = ?"
                                    + " and (indexname like 'ix%' or indexname like 'tx%')",
                            name)))
                    .as(told)
                    .isEqualTo(indexes);
        }
    }

    private static Set<String> first(List<List<String>> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.get(0)));
        return all;
    }

    private static List<List<String>> query(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            ResultSet results = statement.executeQuery();
            while (results.next()) {
                rows.add(List.of(results.getString(1), results.getString(2)));
            }
            return rows;
        }
    }
}
