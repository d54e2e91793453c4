package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security case S25: whatever is asked of studio is bounded, is refused clearly and soon, and has stored nothing. */
class StudioBoundsIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Client owner;
    private static String project;
    private static String fields;

    @BeforeAll
    static void aTable() {
        owner = People.newUser();
        project = People.newProject(owner, People.newOrganization(owner));
        fields = "studio/schemas/"
                + table("t", "[{\"name\": \"a\", \"type\": \"string\"}, {\"name\": \"n\", \"type\": \"integer\"}]")
                        .expect(201)
                        .id()
                + "/fields/";
    }

    @Test
    void aTableHasSoManyFieldsAndNoMore() {
        ArrayNode fifty = Json.array();
        for (int i = 0; i < 50; i++) {
            fifty.addObject().put("name", "f" + i).put("type", "integer");
        }
        String id = table("wide", fifty.toString()).expect(201).id();
        fifty.addObject().put("name", "f50").put("type", "integer");
        table("wider", fifty.toString()).refused(409, "LIMIT_FIELDS");
        owner.post("studio/schemas/" + id + "/fields/", "{\"name\": \"f50\", \"type\": \"integer\"}")
                .refused(409, "LIMIT_FIELDS");
        for (int i = 51; i < 10_000; i++) {
            fifty.addObject().put("name", "f" + i).put("type", "integer");
        }
        Answer huge = soon(() -> table("huge", fifty.toString()));
        assertThat(huge.status()).isIn(400, 409);
        assertThat(huge.text().length()).isLessThan(20_000);
        assertThat(owner.get("studio/schemas/?project=" + project + "&search=huge")
                        .at("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aChoiceHasSoManyValuesAndNoMore() {
        for (int count : List.of(501, 50_000)) {
            ObjectNode field = Json.object().put("name", "c").put("type", "choice");
            for (int i = 0; i < count; i++) {
                field.withArray("/choices").add(Integer.toString(i, 36));
            }
            soon(() -> owner.post(fields, field)).refused(400, "INVALID").blaming("choices");
        }
        ObjectNode million = Json.object().put("name", "c").put("type", "choice");
        for (int i = 0; i < 1_000_000; i++) {
            million.withArray("/choices").add(i);
        }
        soon(() -> owner.post(fields, million)).refused(413, "TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*b",
                "(a{1,255}){1,255}",
                "((((a{1,200}){1,200}){1,200}){1,200})",
                "(.*)*(.*)*(.*)*x",
                "(?=a)b",
                "(a)\\1",
                "(?<n>a)\\k<n>",
                "((((((((((((((((((((((((((((((((a",
                "[[:alpha:]",
                "a{999999999}",
                "\\p{L}{1000}"
            })
    void noPatternTakesLong(String pattern) {
        Answer made = soon(() ->
                owner.post(fields, Map.of("name", "p", "type", "string", "max_length", 5000, "pattern", pattern)));
        assertThat(made.status()).as(made.text()).isIn(201, 400);
        if (made.status() == 201) {
            String rows = "runtime/projects/" + project + "/tables/t/";
            assertThat(soon(() -> owner.post(rows, Map.of("p", "a".repeat(4000) + "!")))
                            .status())
                    .isIn(201, 400);
            owner.get(rows)
                    .at("results")
                    .forEach(row -> owner.delete(rows + row.path("id").asText() + "/"));
            owner.delete(fields + made.id() + "/?allow_data_loss=true").expect(204);
        }
    }

    @Test
    void noFormulaIsTooMuch() {
        String[] bombs = {
            "(".repeat(900) + "n" + ")".repeat(900),
            "-".repeat(1900) + "n",
            "not ".repeat(450) + "true",
            "n" + "+n".repeat(990),
            "n" + "*9".repeat(990),
            "9".repeat(1900),
            "concat(".repeat(250) + "a" + ")".repeat(250),
            "a" + "&a".repeat(990),
            "if(n>1,".repeat(200) + "1" + ")".repeat(200),
            "'" + "''".repeat(990) + "'",
            "power(power(power(9,9),power(9,9)),power(9,9))",
            "n" + "=n".repeat(990),
            "x".repeat(2001)
        };
        for (String bomb : bombs) {
            Answer made = soon(() -> owner.post(fields, Map.of("name", "bomb", "type", "formula", "expression", bomb)));
            assertThat(made.status()).as("%.40s: %s", bomb, made.text()).isIn(201, 400);
            if (made.status() == 201) {
                String rows = "runtime/projects/" + project + "/tables/t/";
                Answer row = soon(() -> owner.post(rows, Map.of("a", "x".repeat(200), "n", 2_000_000_000)));
                assertThat(row.status()).as("%.40s: %s", bomb, row.text()).isIn(201, 400, 409);
                owner.get(rows)
                        .at("results")
                        .forEach(each -> owner.delete(rows + each.path("id").asText() + "/"));
                owner.delete(fields + made.id() + "/?allow_data_loss=true").expect(204);
            }
        }
        assertThat(owner.get(fields).at("count").asInt()).isEqualTo(2);
    }

    @Test
    void formulasOfManyFieldsAreBounded() {
        ArrayNode many = Json.array().add(Json.object().put("name", "n").put("type", "integer"));
        for (int i = 0; i < 49; i++) {
            many.addObject().put("name", "f" + i).put("type", "formula").put("expression", "n" + "+n".repeat(990));
        }
        assertThat(soon(() -> table("formulas", many.toString())).status()).isIn(201, 400, 409);
    }

    @Test
    void aJsonSchemaCannotRunAway() {
        String deep = "{\"properties\": {\"a\": ".repeat(25) + "{}" + "}}".repeat(25);
        for (String schema : List.of(
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"http://127.0.0.1:1/schema.json\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}, \"$ref\": \"#/$defs/a\"}",
                "{\"pattern\": \"(a+)+$\"}",
                deep)) {
            Answer made =
                    soon(() -> owner.post(fields, "{\"name\": \"j\", \"type\": \"json\", \"schema\": " + schema + "}"));
            assertThat(made.status()).as(schema).isIn(201, 400);
            if (made.status() == 201) {
                String rows = "runtime/projects/" + project + "/tables/t/";
                Answer row = soon(() -> owner.post(rows, Map.of("j", "a".repeat(5000) + "!")));
                assertThat(row.status()).as("%s: %s", schema, row.text()).isIn(201, 400);
                owner.get(rows)
                        .at("results")
                        .forEach(each -> owner.delete(rows + each.path("id").asText() + "/"));
                owner.delete(fields + made.id() + "/?allow_data_loss=true").expect(204);
            }
        }
    }

    @Test
    void treesOfComponentsEnd() {
        String page = owner.post("studio/pages/", Map.of("project", project, "name", "P", "route", "/deep"))
                .expect(201)
                .id();
        String parent = null;
        int depth = 0;
        Answer last;
        do {
            ObjectNode component = Json.object().put("page", page).put("component_type", "Container");
            if (parent != null) {
                component.put("parent", parent);
            }
            last = owner.post("studio/components/", component);
            parent = last.status() == 201 ? last.id() : parent;
            depth++;
        } while (last.status() == 201 && depth < 100);
        last.refused(409, "TOO_DEEP");

        ObjectNode bottom = Json.object().put("component_type", "Container").put("slot", "main");
        ObjectNode at = bottom;
        for (int i = 0; i < 20; i++) {
            at = at.putArray("children")
                    .addObject()
                    .put("component_type", "Container")
                    .put("slot", "content");
        }
        soon(() -> imported(bottom.toString())).refused(400, "INVALID");
        String open = "{\"component_type\": \"Container\", \"slot\": \"content\", \"children\": [";
        assertThat(soon(() -> imported(open.repeat(10_000) + "]}".repeat(10_000)))
                        .status())
                .isIn(400, 413);
        assertThat(owner.get("studio/projects/?search=Bombed").at("count").asInt())
                .isZero();
    }

    @Test
    void aConfigNestsAndHoldsSoMuch() {
        String page = owner.post("studio/pages/", Map.of("project", project, "name", "C", "route", "/config"))
                .expect(201)
                .id();
        for (String config : List.of(
                "{\"filters\": " + "{\"a\": ".repeat(40) + "1" + "}".repeat(40) + "}",
                "{\"title\": \"" + "x".repeat(500_000) + "\"}",
                "{\"columns\": [" + "{\"field\": \"a\"},".repeat(20_000) + "{\"field\": \"a\"}]}",
                "{\"on_load\": [" + "{\"action\": \"refresh\"},".repeat(20_000) + "{\"action\": \"refresh\"}]}",
                "{\"filters\": [" + "0,".repeat(200_000) + "0]}")) {
            Answer answer = soon(() -> owner.post(
                    "studio/components/",
                    "{\"page\": \"" + page + "\", \"component_type\": \"DataTable\", \"config\": " + config + "}"));
            answer.refused(400, "INVALID");
            assertThat(answer.text().length()).isLessThan(20_000);
        }
        soon(() -> owner.post(
                        "studio/components/",
                        "{\"page\": \"" + page + "\", \"component_type\": \"Text\", \"style\": " + "{\"a\": ".repeat(40)
                                + "1" + "}".repeat(40) + "}"))
                .refused(400, "INVALID");
        assertThat(owner.get("studio/components/?page=" + page).at("count").asInt())
                .isZero();
    }

    @Test
    void aBatchHoldsSoManyOperations() {
        String operation = "{\"op\": \"add\", \"component_type\": \"Text\"}";
        Answer answer = soon(() -> owner.post(
                "studio/editor/batch/",
                "{\"project_id\": \"" + project + "\", \"base_revision\": 1, \"operations\": ["
                        + (operation + ",").repeat(10_000) + operation + "]}"));
        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.text().length()).isLessThan(20_000);
    }

    private static Answer imported(String component) {
        return owner.post(
                "studio/projects/import/",
                "{\"format\": \"nocode-project\", \"format_version\": 1, \"settings\": {\"name\": \"Bombed\"},"
                        + " \"tables\": [], \"pages\": [{\"name\": \"P\", \"route\": \"/\", \"components\": ["
                        + component + "]}]}");
    }

    private static Answer table(String name, String fieldsConfig) {
        return owner.post(
                "studio/schemas/",
                "{\"project\": \"%s\", \"table_name\": \"%s\", \"display_name\": \"T\", \"fields_config\": %s}"
                        .formatted(project, name, fieldsConfig));
    }

    private static Answer soon(java.util.function.Supplier<Answer> send) {
        long from = System.nanoTime();
        Answer answer = send.get();
        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .as("%s answered %d", answer.request(), answer.status())
                .isLessThan(SOON);
        return answer;
    }
}
