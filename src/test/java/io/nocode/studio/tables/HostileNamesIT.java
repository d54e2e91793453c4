package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Security case S11: whatever is given for a name, a name comes only from the catalogue; whatever is given for a text is
 * kept letter by letter, in SQL too.
 */
class HostileNamesIT {
    private static final List<String> HOSTILE = List.of(
            "a\"b",
            "a'b",
            "a''); drop table t; --",
            "\"; drop table t cascade; --",
            "a--",
            "a/*b*/",
            "a;b",
            "a\\",
            "a\\'b",
            "$$",
            "$1",
            "?",
            "%s",
            "{0}",
            "a b",
            "a.b",
            "E'\\x27'",
            "U&\"\\0061\"",
            "a" + "b".repeat(63),
            "a".repeat(10_000),
            "ａbc",
            "аbc",
            "ıd",
            "İd",
            "é",
            "e\u0301",
            "a\u200bb",
            "\u202eab",
            "a\nb",
            "a\tb",
            "A",
            "_a",
            "1a",
            "",
            " ",
            "pg_class",
            "pg_temp",
            "information_schema.tables");
    private static final List<String> SYSTEM_COLUMNS =
            List.of("id", "created_at", "version", "deleted_at", "tableoid", "xmin", "ctid");
    /** Keywords are names like others, since names are always quoted. */
    private static final List<String> KEYWORDS = List.of(
            "select",
            "table",
            "user",
            "order",
            "group",
            "all",
            "end",
            "null",
            "true",
            "default",
            "primary",
            "offset",
            "current_user",
            "analyze",
            "lateral",
            "public",
            "row",
            "constraint",
            "oid");

    private static Client owner;
    private static String project;
    private static String table;

    @BeforeAll
    static void aTable() {
        owner = People.newUser();
        project = People.newProject(owner, People.newOrganization(owner));
        table = made("t", "[{\"name\": \"a\", \"type\": \"string\"}, {\"name\": \"n\", \"type\": \"integer\"}]")
                .expect(201)
                .id();
        owner.post("runtime/projects/" + project + "/tables/t/", Map.of("a", "kept"))
                .expect(201);
    }

    @Test
    void noHostileNameIsTakenAnywhere() {
        Map<String, Function<String, Answer>> places = new LinkedHashMap<>();
        places.put("table_name", name -> made(name, "[]"));
        places.put("renamed table", name -> owner.patch(schema(), Map.of("table_name", name)));
        places.put("field", name -> field(Map.of("name", name, "type", "string")));
        places.put("field of a new table", name -> made("x", "[" + json("name", name, "type", "string") + "]"));
        places.put("field type", name -> field(Map.of("name", "x", "type", name)));
        places.put("option", name -> field(Map.of("name", "x", "type", "string", name, 1)));
        places.put("target", name -> field(Map.of("name", "x", "type", "relation", "target", name)));
        places.put("kind", name -> field(Map.of("name", "x", "type", "relation", "target", "t", "kind", "k" + name)));
        places.put(
                "on_delete",
                name -> field(Map.of("name", "x", "type", "relation", "target", "t", "on_delete", "k" + name)));
        places.put(
                "formula's result",
                name -> field(Map.of("name", "x", "type", "formula", "expression", "n", "result_type", "k" + name)));
        places.put("index", name -> owner.post(schema() + "indexes/", Map.of("fields", List.of(name))));
        places.put(
                "index type",
                name -> owner.post(schema() + "indexes/", Map.of("fields", List.of("a"), "type", "k" + name)));
        places.put("options", name -> owner.patch(schema(), Map.of("options", Map.of("o" + name, true))));
        places.put("template", name -> owner.post("studio/projects/", Map.of("name", "Name", "template", "k" + name)));
        List<String> faults = new ArrayList<>();
        String before = stored();
        places.forEach((place, send) -> HOSTILE.forEach(name -> {
            Answer answer = send.apply(name);
            if (answer.status() != 400) {
                faults.add("%s %s: %d %s".formatted(place, shown(name), answer.status(), answer.text()));
            }
        }));
        SYSTEM_COLUMNS.forEach(name -> {
            Answer answer = field(Map.of("name", name, "type", "string"));
            if (answer.status() != 400) {
                faults.add("field %s: %d %s".formatted(name, answer.status(), answer.text()));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(stored()).isEqualTo(before);
        assertThat(owner.get("runtime/projects/" + project + "/tables/t/")
                        .at("results/0/a")
                        .asText())
                .isEqualTo("kept");
    }

    @Test
    void namesThatMayBeLeftOutTakeNothingHostileEither() {
        List<String> faults = new ArrayList<>();
        String before = stored();
        for (String option : List.of("display_field", "reverse_name")) {
            for (String name : HOSTILE) {
                Answer answer = name.isEmpty()
                        ? null
                        : field(Map.of("name", "x", "type", "relation", "target", "t", option, name));
                if (answer != null && answer.status() != 400) {
                    faults.add("%s %s: %d %s".formatted(option, shown(name), answer.status(), answer.text()));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void keywordsAreNamesLikeOthers() {
        StringBuilder fields = new StringBuilder();
        KEYWORDS.forEach(word -> fields.append(fields.isEmpty() ? "" : ", ")
                .append(json("name", word, "type", "integer"))
                .append(", ")
                .append(json("name", "f_" + word, "type", "formula", "expression", "[" + word + "] + 1")));
        made("keywords", "[" + fields + "]").expect(201);
        for (String word : KEYWORDS) {
            made(word, "[" + json("name", word, "type", "string", "indexed", true, "unique", true) + "]")
                    .expect(201);
            String rows = "runtime/projects/" + project + "/tables/" + word + "/";
            owner.post(rows, Map.of(word, "x")).expect(201);
            assertThat(owner.get(rows + "?" + word + "=x&sort_by=" + word + "&fields=" + word)
                            .expect(200)
                            .at("results/0/" + word)
                            .asText())
                    .isEqualTo("x");
            owner.post("runtime/projects/" + project + "/tables/keywords/", Map.of(word, 1))
                    .expect(201);
        }
    }

    @Test
    void textsAreKeptLetterByLetter() {
        List<String> texts = HOSTILE.stream()
                .filter(text -> !text.isBlank() && text.length() < 200)
                .toList();
        ObjectNode choice = (ObjectNode) Json.parse(json("name", "c", "type", "choice"));
        ObjectNode several = (ObjectNode) Json.parse(json("name", "m", "type", "multi_choice"));
        texts.forEach(text -> {
            choice.withArray("/choices").addObject().put("value", text).put("label", text);
            several.withArray("/choices").add(text);
        });
        String id =
                made("texts", "[" + choice + ", " + several + "]").expect(201).id();
        String rows = "runtime/projects/" + project + "/tables/texts/";
        int number = 0;
        for (String text : texts) {
            Answer row = owner.post(rows, Map.of("c", text, "m", List.of(text))).expect(201);
            assertThat(row.at("c").asText()).isEqualTo(text);
            assertThat(row.at("m/0").asText()).isEqualTo(text);
            String name = "d" + number++;
            ObjectNode field = Json.object()
                    .put("name", name)
                    .put("type", "text")
                    .put("label", text)
                    .put("description", text)
                    .put("default", text);
            JsonNode told = owner.post("studio/schemas/" + id + "/fields/", field)
                    .expect(201)
                    .json();
            assertThat(List.of(
                            told.path("label").asText(),
                            told.path("description").asText(),
                            told.path("default").asText()))
                    .containsOnly(text);
            String formula = "'" + text.replace("'", "''") + "'";
            Answer given = owner.post(
                    "studio/schemas/" + id + "/fields/",
                    Map.of("name", "f" + number, "type", "formula", "expression", formula));
            given.expect(201);
            JsonNode full = owner.get(rows + "?page_size=1&sort_by=created_at&sort_order=desc")
                    .expect(200)
                    .at("results/0");
            assertThat(full.path(name).asText()).isEqualTo(text);
            assertThat(full.path("f" + number).asText()).isEqualTo(text);
            owner.delete("studio/schemas/" + id + "/fields/" + given.id() + "/?allow_data_loss=true")
                    .expect(204);
            owner.delete("studio/schemas/" + id + "/fields/" + told.path("id").asText() + "/?allow_data_loss=true")
                    .expect(204);
        }
    }

    @Test
    void nulIsRefusedInEveryText() {
        for (String field : List.of(
                "{\"name\": \"x\", \"type\": \"text\", \"label\": \"a\\u0000\"}",
                "{\"name\": \"x\", \"type\": \"text\", \"default\": \"a\\u0000\"}",
                "{\"name\": \"x\", \"type\": \"choice\", \"choices\": [\"a\\u0000\"]}",
                "{\"name\": \"x\", \"type\": \"formula\", \"expression\": \"'a\\u0000'\"}",
                "{\"name\": \"x\", \"type\": \"json\", \"default\": {\"a\": \"\\u0000\"}}",
                "{\"name\": \"x\", \"type\": \"string\", \"pattern\": \"\\u0000\"}",
                "{\"name\": \"a\\u0000\", \"type\": \"text\"}")) {
            owner.post(schema() + "fields/", field).expect(400);
        }
    }

    private static Answer made(String name, String fields) {
        return owner.post(
                "studio/schemas/",
                Json.object()
                        .put("project", project)
                        .put("table_name", name)
                        .put("display_name", "X")
                        .set("fields_config", Json.parse(fields)));
    }

    private static Answer field(Map<String, Object> field) {
        return owner.post(schema() + "fields/", field);
    }

    private static String schema() {
        return "studio/schemas/" + table + "/";
    }

    private static String json(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return Json.text(object);
    }

    private static String stored() {
        return owner.get("studio/schemas/" + table + "/")
                        .expect(200)
                        .at("fields_config")
                        .toString()
                + owner.get("studio/projects/" + project + "/").at("statistics").toString();
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
