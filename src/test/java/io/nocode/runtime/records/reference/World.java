package io.nocode.runtime.records.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Three tables with random rows, in the database and in Java: items belong to groups, groups to regions and to groups. */
final class World {
    private static final int ITEMS = 150;
    private static final int GROUPS = 12;

    final Client owner = People.newUser();
    final String items;
    final List<Row> rows;
    final TextOrder texts;
    /** By the names of types. */
    final Map<String, Set<String>> operators = new HashMap<>();

    private final String project;
    private final Random random;

    World(Random random) {
        this.random = random;
        project = People.newProject(owner, People.newOrganization(owner));
        owner.get("studio/field-types/?page_size=100").expect(200).at("results").forEach(type -> {
            Set<String> names = new TreeSet<>();
            type.path("operators").forEach(name -> names.add(name.asText()));
            operators.put(type.path("name").asText(), names);
        });
        StringBuilder fields = new StringBuilder();
        Kind.ALL.forEach(kind -> fields.append(kind.config()).append(", "));
        table("region", "[{\"name\": \"name\", \"type\": \"string\"}, {\"name\": \"amount\", \"type\": \"integer\"}]");
        table("team", "[" + fields + relation("region", "region") + ", " + relation("parent", "team") + "]");
        table("item", "[" + fields + relation("team", "team") + "]");
        items = "runtime/projects/" + project + "/tables/item/";
        List<Row> regions = insert("region", 3, List.of(Kind.named("name"), Kind.named("amount")), Map.of());
        List<Row> teams = insert("team", GROUPS, Kind.ALL, Map.of("region", regions));
        teams.addAll(insert("team", GROUPS, Kind.ALL, Map.of("region", regions, "parent", teams)));
        rows = insert("item", ITEMS, Kind.ALL, Map.of("team", teams));
        List<String> all = new ArrayList<>();
        Kind.ALL.stream()
                .filter(Kind::isText)
                .forEach(kind -> kind.values().forEach(text -> all.add(text.textValue())));
        texts = new TextOrder(all);
    }

    private static String relation(String name, String target) {
        return "{\"name\": \"%s\", \"type\": \"relation\", \"target\": \"%s\"}".formatted(name, target);
    }

    private void table(String name, String fields) {
        owner.post(
                        "studio/schemas/",
                        "{\"project\": \"%s\", \"table_name\": \"%s\", \"display_name\": \"T\", \"fields_config\": %s}"
                                .formatted(project, name, fields))
                .expect(201);
    }

    private List<Row> insert(String table, int count, List<Kind> kinds, Map<String, List<Row>> related) {
        ArrayNode records = Json.array();
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode record = records.addObject();
            Row row = new Row("");
            for (Kind kind : kinds) {
                if (random.nextInt(4) > 0) {
                    JsonNode value =
                            kind.values().get(random.nextInt(kind.values().size()));
                    record.set(kind.name(), value);
                    row.values().put(kind.name(), kind.read().apply(value));
                }
            }
            related.forEach((name, targets) -> {
                if (random.nextInt(5) > 0) {
                    Row target = targets.get(random.nextInt(targets.size()));
                    record.put(name, target.id());
                    row.relations().put(name, target);
                }
            });
            made.add(row);
        }
        JsonNode results = owner.post(
                        "runtime/projects/" + project + "/tables/" + table + "/bulk/",
                        Json.object().put("operation", "create").set("records", records))
                .expect(200)
                .at("results");
        List<Row> stored = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Row row = made.get(i);
            stored.add(new Row(results.get(i).path("id").asText(), row.values(), row.relations()));
        }
        return stored;
    }
}
