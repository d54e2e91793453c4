package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasIT {
    private static Client owner;
    private static String organization;
    private static String readOnly;
    private String project;

    @BeforeAll
    static void anOrganization() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        readOnly = People.newProject(owner, organization);
    }

    @BeforeEach
    void aProject() {
        project = readOnly;
    }

    @Test
    void aTableIsThereWithItsColumnsAndConstraints() {
        Answer made = table("clients", """
                [{"name": "code", "type": "string", "max_length": 3, "required": true, "unique": true},
                 {"name": "grade", "type": "choice", "choices": [{"value": "a", "label": "A"}]}]""").expect(201);
        assertThat(made.only("table_name", "display_name", "sql_table_created")).isEqualTo(Json.parse("""
                {"table_name": "clients", "display_name": "Clients", "sql_table_created": true}"""));
        assertThat(made.at("table_name_full").asText()).matches("p_[0-9a-f]{20}_dev\\.clients");
        assertThat(made.at("migration_id").asText()).isNotEmpty();
        assertThat(made.header("Location")).endsWith("/api/v1/studio/schemas/" + made.id() + "/");

        Answer seen = owner.get(made.header("Location")).expect(200);
        assertThat(seen.at("sql_info/columns_count").asInt()).isEqualTo(8);
        assertThat(seen.at("sql_info/constraints").toString()).contains("uq_", "ck_", "pk_");
        assertThat(seen.at("statistics/records_count").asInt()).isZero();
    }

    @Test
    void aRenamedFieldKeepsItsValues() {
        String id = table("renamed", "[{\"name\": \"old\", \"type\": \"text\"}]")
                .expect(201)
                .id();
        row("renamed", "{\"old\": \"kept\"}");
        JsonNode field = fields(id).get(0);
        owner.patch("studio/schemas/" + id + "/fields/" + field.path("id").asText() + "/", "{\"name\": \"new\"}")
                .expect(200);
        assertThat(rows("renamed").at("results/0/new").asText()).isEqualTo("kept");
    }

    @Test
    void twoFieldsSwapTheirNamesAndKeepTheirValues() {
        String id = table("swapped", """
                [{"name": "a", "type": "text"}, {"name": "b", "type": "text"}]""").expect(201).id();
        row("swapped", "{\"a\": \"was a\", \"b\": \"was b\"}");
        ArrayNode fields = fields(id);
        ((ObjectNode) fields.get(0)).put("name", "b");
        ((ObjectNode) fields.get(1)).put("name", "a");
        owner.patch("studio/schemas/" + id + "/", Json.object().set("fields_config", fields))
                .expect(200);
        assertThat(rows("swapped").at("results/0/a").asText()).isEqualTo("was b");
        assertThat(rows("swapped").at("results/0/b").asText()).isEqualTo("was a");
    }

    @Test
    void whatHasValuesGoesOnlyWithConsent() {
        String id = table("dropped", """
                [{"name": "a", "type": "text"}, {"name": "b", "type": "text"}]""").expect(201).id();
        row("dropped", "{\"a\": \"x\"}");
        String onlyB = "{\"fields_config\": [{\"name\": \"b\", \"type\": \"text\"}]}";
        Answer refused = owner.patch("studio/schemas/" + id + "/", onlyB).refused(409, "DATA_LOSS");
        assertThat(refused.at("details/losses")).isEqualTo(Json.parse("""
                [{"table": "dropped", "field": "a", "count": 1}]"""));
        assertThat(rows("dropped").at("results/0/a").asText()).isEqualTo("x");
        owner.delete("studio/schemas/" + id + "/").refused(409, "DATA_LOSS");

        owner.patch("studio/schemas/" + id + "/", onlyB.replaceFirst("\\{", "{\"allow_data_loss\": true, "))
                .expect(200);
        owner.delete("studio/schemas/" + id + "/?allow_data_loss=true").expect(204);
        owner.get("studio/schemas/" + id + "/").refused(404, "NOT_FOUND");
    }

    @Test
    void aTypeChangeConvertsEveryRowOrNone() {
        String id = table("converted", "[{\"name\": \"n\", \"type\": \"string\"}]")
                .expect(201)
                .id();
        row("converted", "{\"n\": \"12\"}");
        String bad = row("converted", "{\"n\": \"twelve\"}").id();
        String field = "studio/schemas/" + id + "/fields/"
                + fields(id).get(0).path("id").asText() + "/";
        Answer refused = owner.patch(field, "{\"type\": \"integer\"}").refused(409, "DATA_DOES_NOT_FIT");
        assertThat(refused.at("details")).isEqualTo(Json.parse("""
                {"table": "converted", "field": "n", "count": 1, "rows": [{"id": "%s", "value": "twelve"}]}""".formatted(bad)));
        assertThat(owner.get(field).at("type").asText()).isEqualTo("string");

        owner.delete("runtime/projects/" + project + "/tables/converted/" + bad + "/")
                .expect(204);
        owner.patch(field, "{\"type\": \"integer\"}").expect(200);
        assertThat(rows("converted").at("results/0/n").isInt()).isTrue();
    }

    @Test
    void aPreviewTellsTheStepsAndChangesNothing() {
        String id = table("previewed", "[{\"name\": \"n\", \"type\": \"string\"}]")
                .expect(201)
                .id();
        row("previewed", "{\"n\": \"x\"}");
        Answer told = owner.post("studio/schemas/" + id + "/preview/", """
                {"fields_config": [{"name": "n", "type": "date"}, {"name": "m", "type": "text"}]}""").expect(200);
        assertThat(told.at("misfits/0/count").asInt()).isEqualTo(1);
        assertThat(told.at("steps").size()).isEqualTo(2);
        assertThat(fields(id).size()).isEqualTo(1);
        assertThat(rows("previewed").at("results/0").has("m")).isFalse();
    }

    @Test
    void aRequiredFieldNeedsADefaultWhereThereAreRows() {
        String id = table("required", "[]").expect(201).id();
        row("required", "{}");
        String path = "studio/schemas/" + id + "/fields/";
        owner.post(path, "{\"name\": \"n\", \"type\": \"integer\", \"required\": true}")
                .refused(409, "DATA_DOES_NOT_FIT");
        owner.post(path, "{\"name\": \"n\", \"type\": \"integer\", \"required\": true, \"default\": 7}")
                .expect(201);
        assertThat(rows("required").at("results/0/n").asInt()).isEqualTo(7);
    }

    @Test
    void relationsFollowTheirTargetAndKeepItFromGoing() {
        String country = table("country", "[{\"name\": \"name\", \"type\": \"string\"}]")
                .expect(201)
                .id();
        String city = table("city", """
                [{"name": "country", "type": "relation", "target": "country", "display_field": "name"}]""").expect(201).id();
        owner.delete("studio/schemas/" + country + "/").refused(409, "TABLE_IN_USE");
        owner.patch("studio/schemas/" + country + "/", "{\"table_name\": \"land\"}")
                .expect(200);
        assertThat(fields(city).get(0).path("target").asText()).isEqualTo("land");
        owner.post(
                        "runtime/projects/" + project + "/tables/city/",
                        Map.of("country", row("land", "{\"name\": \"F\"}").id()))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "order",
                "user",
                "table",
                "a234567890123456789012345678901234567890123456789012345678901_z"
            })
    void keywordsAndNamesOf63LettersAreNames(String name) {
        String id = table(name, "[{\"name\": \"%s\", \"type\": \"text\"}]".formatted(name))
                .expect(201)
                .id();
        row(name, "{\"%s\": \"x\"}".formatted(name));
        assertThat(rows(name).at("results/0/" + name).asText()).isEqualTo("x");
        owner.delete("studio/schemas/" + id + "/?allow_data_loss=true").expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1a",
                "a b",
                "a\\\"b",
                "a'; drop table x; --",
                "pg_class",
                "é",
                "\\u0430bc",
                "a\\u0000",
                "a234567890123456789012345678901234567890123456789012345678901_zz"
            })
    void otherNamesAreRefusedForTablesAndFields(String name) {
        table(name, "[]").refused(400, "INVALID").blaming("table_name");
        table("fine", "[{\"name\": \"%s\", \"type\": \"text\"}]".formatted(name))
                .refused(400, "INVALID")
                .blaming("fields_config[0].name");
        assertThat(owner.get("studio/schemas/?project=" + project + "&table_name=fine")
                        .at("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aNameIsTakenOnce() {
        table("twice", "[]").expect(201);
        table("twice", "[]").refused(409, "NAME_TAKEN").blaming("table_name");
        table("fields", "[{\"name\": \"a\", \"type\": \"text\"}, {\"name\": \"a\", \"type\": \"text\"}]")
                .refused(400, "INVALID")
                .blaming("fields_config[1].name");
    }

    @Test
    void aPatternThatPostgreSqlCannotReadIsRefused() {
        table("pattern", "[{\"name\": \"a\", \"type\": \"string\", \"pattern\": \"[[:nonsense:]]\"}]")
                .refused(400, "INVALID")
                .blaming("fields_config[0].pattern");
    }

    @Test
    void fiftyFieldsAreTheLimit() {
        ArrayNode fields = Json.array();
        for (int i = 0; i < 51; i++) {
            fields.addObject().put("name", "f" + i).put("type", "integer");
        }
        table("wide", fields.toString()).refused(409, "LIMIT_FIELDS");
        fields.remove(50);
        table("wide", fields.toString()).expect(201);
    }

    @Test
    void twentyAtOnceWithFortyNineFieldsLeaveFifty() {
        ArrayNode fields = Json.array();
        for (int i = 0; i < 49; i++) {
            fields.addObject().put("name", "f" + i).put("type", "integer");
        }
        String id = table("crowded", fields.toString()).expect(201).id();
        List<Integer> answers = AtOnce.run(
                20,
                i -> owner.post(
                                "studio/schemas/" + id + "/fields/",
                                "{\"name\": \"m%d\", \"type\": \"text\"}".formatted(i))
                        .status());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(fields(id).size()).isEqualTo(50);
        owner.post("studio/schemas/" + id + "/fields/", "{\"name\": \"x\", \"type\": \"text\"}")
                .refused(409, "LIMIT_FIELDS");
    }

    @Test
    void twentyAtOnceWithNinetyNineTablesLeaveAHundred() {
        project = People.newProject(owner, organization);
        AtOnce.run(5, part -> {
            for (int i = part; i < 99; i += 5) {
                table("t" + i, "[]").expect(201);
            }
            return part;
        });
        List<Integer> answers = AtOnce.run(20, i -> table("more" + i, "[]").status());
        assertThat(answers.stream().filter(status -> status == 201).count()).isEqualTo(1);
        assertThat(answers.stream().filter(status -> status == 409).count()).isEqualTo(19);
        assertThat(owner.get("studio/schemas/?project=" + project).at("count").asInt())
                .isEqualTo(100);
        table("another", "[]").refused(409, "LIMIT_TABLES");
    }

    @Test
    void othersProjectsAreAsIfTheyWereNot() {
        String id = table("secret", "[{\"name\": \"a\", \"type\": \"text\"}]")
                .expect(201)
                .id();
        Client stranger = People.newUser();
        stranger.get("studio/projects/" + project + "/").refused(404, "NOT_FOUND");
        stranger.get("studio/schemas/" + id + "/").refused(404, "NOT_FOUND");
        stranger.patch("studio/schemas/" + id + "/", "{\"display_name\": \"x\"}")
                .refused(404, "NOT_FOUND");
        stranger.delete("studio/schemas/" + id + "/").refused(404, "NOT_FOUND");
        stranger.get("studio/schemas/" + id + "/fields/").refused(404, "NOT_FOUND");
        stranger.post(
                        "studio/schemas/",
                        Map.of("project", project, "table_name", "x", "display_name", "X", "fields_config", List.of()))
                .refused(404, "NOT_FOUND");
        assertThat(stranger.get("studio/schemas/?project=" + project)
                        .at("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aViewerSeesAndAMemberEditsButOnlyAnAdminDeletes() {
        String id = table("roles", "[]").expect(201).id();
        Client viewer = People.newMember(owner, organization, "VIEWER");
        viewer.get("studio/schemas/" + id + "/").expect(200);
        viewer.patch("studio/schemas/" + id + "/", "{\"display_name\": \"x\"}").refused(403, "FORBIDDEN");
        Client member = People.newMember(owner, organization, "MEMBER");
        member.patch("studio/schemas/" + id + "/", "{\"display_name\": \"x\"}").expect(200);
        member.delete("studio/schemas/" + id + "/").refused(403, "FORBIDDEN");
    }

    @Test
    void whoeverWasFasterWins() {
        String id = table("tagged", "[]").expect(201).id();
        String tag = owner.get("studio/schemas/" + id + "/").header("ETag");
        Client careful = owner.with("If-Match", tag);
        careful.patch("studio/schemas/" + id + "/", "{\"display_name\": \"One\"}")
                .expect(200);
        careful.patch("studio/schemas/" + id + "/", "{\"display_name\": \"Two\"}")
                .refused(412, "PRECONDITION_FAILED");
    }

    private Answer table(String name, String fieldsConfig) {
        return owner.post(
                "studio/schemas/",
                "{\"project\": \"%s\", \"table_name\": \"%s\", \"display_name\": \"%s\", \"fields_config\": %s}"
                        .formatted(project, name, name.equals("clients") ? "Clients" : "T", fieldsConfig));
    }

    private ArrayNode fields(String table) {
        return (ArrayNode)
                owner.get("studio/schemas/" + table + "/").expect(200).at("fields_config");
    }

    private Answer row(String table, String body) {
        return owner.post("runtime/projects/" + project + "/tables/" + table + "/", body)
                .expect(201);
    }

    private Answer rows(String table) {
        return owner.get("runtime/projects/" + project + "/tables/" + table + "/")
                .expect(200);
    }
}
