package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypesIT {
    private static Client owner;
    private static String organization;
    private static String project;

    @BeforeAll
    static void aProject() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string       | "max_length": 5                   | "abc"                    | {"f__contains": "b"}            | "abcdef"
            text         |                                   | "long"                   | {"f__icontains": "LO"}          | 5
            rich_text    |                                   | "<b>x</b>"               | {"f__contains": "x"}            | 5
            integer      | "max_value": 9                    | 9                        | {"f__gte": 9}                   | 10
            bigint       |                                   | 9007199254740993         | {"f": 9007199254740993}         | 1.5
            decimal      | "precision": 30, "scale": 10      | 12345678901234567890.0123456789 | {"f__gt": 1}             | "1"
            currency     | "currency": "CHF"                 | 12.50                    | {"f__range": [12, 13]}          | 1.234
            float        |                                   | 1.5                      | {"f__lt": 2}                    | "x"
            boolean      |                                   | true                     | {"f": true}                     | 1
            date         | "min": "2026-01-01"               | "2026-01-31"             | {"f__month": 1}                 | "2025-12-31"
            time         |                                   | "13:45:00"               | {"f__gt": "13:00"}              | "25:00"
            datetime     |                                   | "2026-01-01T00:00:00Z"   | {"f__year": 2026}               | "2026-01-01"
            json         | "schema": {"required": ["a"], "type": "object"} | {"a": [1, 2]} | {"f__contains": {"a": [2]}} | {"b": 1}
            uuid         |                                   | "00000000-0000-7000-8000-000000000001" | {"f__in": ["00000000-0000-7000-8000-000000000001"]} | "x"
            email        |                                   | "a@example.org"          | {"f__endswith": "example.org"}  | "a@b"
            url          |                                   | "https://example.org/x"  | {"f__startswith": "https:"}     | "javascript:alert(1)"
            phone        |                                   | "+33 1 23 45 67 89"      | {"f__contains": "23"}           | "phone"
            color        |                                   | "#a1b2c3"                | {"f": "#a1b2c3"}                | "red"
            choice       | "choices": ["a", "b"]             | "a"                      | {"f__in": ["a", "b"]}           | "c"
            multi_choice | "choices": ["a", "b", "c,d"]      | ["b", "a"]               | {"f__has_any": ["a"]}           | ["a", "a"]
            """)
    void aValueIsKeptFoundAndHeldToItsType(String type, String options, String value, String filter, String wrong) {
        String table = "k_" + type;
        table(table, "[{\"name\": \"f\", \"type\": \"%s\"%s}]".formatted(type, options == null ? "" : ", " + options))
                .expect(201);
        Answer made = rows(table).create("{\"f\": %s}".formatted(value)).expect(201);
        assertThat(made.at("f")).isEqualTo(Json.parse(value));
        rows(table)
                .create("{\"f\": %s}".formatted(wrong))
                .refused(400, "INVALID")
                .blaming("f");
        assertThat(rows(table).filtered(filter).at("count").asInt()).isEqualTo(1);
        assertThat(owner.get("studio/field-types/").at("results").toString()).contains("\"" + type + "\"");
    }

    @Test
    void theCatalogueSpeaksTheCallersLanguage() {
        assertThat(owner.get("studio/field-types/")
                        .expect(200)
                        .at("results/0/label")
                        .asText())
                .isEqualTo("Text");
        assertThat(owner.with("Accept-Language", "fr")
                        .get("studio/field-types/")
                        .expect(200)
                        .at("results/0/label")
                        .asText())
                .isEqualTo("Texte");
    }

    @Test
    void aFormulaIsWorkedOutWheneverItsRowIsWritten() {
        String id = table("formulas", """
                [{"name": "price", "type": "decimal"}, {"name": "n", "type": "integer"},
                 {"name": "who", "type": "string"}, {"name": "due", "type": "date"},
                 {"name": "total", "type": "formula", "expression": "price * n"},
                 {"name": "share", "type": "formula", "expression": "price / n", "result_type": "decimal"},
                 {"name": "title", "type": "formula", "expression": "upper(who) & ' ' & n", "indexed": false},
                 {"name": "late", "type": "formula", "expression": "due + 30", "result_type": "date", "indexed": true}]""").expect(201).id();
        Answer made = rows("formulas")
                .create("{\"price\": 12.50, \"n\": 3, \"who\": \"ada\", \"due\": \"2026-01-31\"}")
                .expect(201);
        assertThat(made.only("total", "share", "title", "late")).isEqualTo(Json.parse("""
                {"total": 37.50, "share": 4.1666666666666667, "title": "ADA 3", "late": "2026-03-02"}"""));
        String row = "runtime/projects/" + project + "/tables/formulas/" + made.id() + "/";
        assertThat(owner.patch(row, "{\"n\": 0}").expect(200).only("total", "share"))
                .isEqualTo(Json.parse("{\"total\": 0.00, \"share\": null}"));
        owner.patch(row, "{\"total\": 1}").refused(400, "UNKNOWN_FIELD").blaming("total");
        assertThat(rows("formulas")
                        .filtered("{\"late__gte\": \"2026-03-01\"}")
                        .at("count")
                        .asInt())
                .isEqualTo(1);

        ArrayNode fields = fields(id);
        ((ObjectNode) fields.get(0)).put("name", "cost");
        Answer renamed = owner.patch("studio/schemas/" + id + "/", Json.object().set("fields_config", fields))
                .expect(200);
        assertThat(renamed.at("fields_config/4/expression").asText()).isEqualTo("cost * n");
        assertThat(owner.patch(row, "{\"n\": 2}").expect(200).at("total").decimalValue())
                .isEqualByComparingTo("25");
        fields = fields(id);
        fields.remove(0);
        owner.patch("studio/schemas/" + id + "/", Json.object().set("fields_config", fields))
                .refused(400, "INVALID")
                .blaming("fields_config[3].expression");
        table("broken", "[{\"name\": \"f\", \"type\": \"formula\", \"expression\": \"pg_sleep(9)\"}]")
                .refused(400, "INVALID")
                .blaming("fields_config[0].expression");
    }

    @Test
    void automaticNumbersCountUpAndAreFoundAsTheyAreShown() {
        table("invoices", """
                [{"name": "number", "type": "autonumber", "prefix": "INV-", "start": 1000},
                 {"name": "plain", "type": "autonumber"}, {"name": "x", "type": "string"}]""").expect(201);
        String first = rows("invoices").create("{\"x\": \"a\"}").expect(201).id();
        Answer second = rows("invoices").create("{\"x\": \"b\"}").expect(201);
        assertThat(second.only("number", "plain")).isEqualTo(Json.parse("{\"number\": \"INV-1001\", \"plain\": 2}"));
        rows("invoices")
                .create("{\"number\": \"INV-9\"}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("number");
        assertThat(rows("invoices")
                        .filtered("{\"number\": \"INV-1000\"}")
                        .at("results/0/id")
                        .asText())
                .isEqualTo(first);
        Answer replaced = owner.put("runtime/projects/" + project + "/tables/invoices/" + first + "/", "{\"x\": \"c\"}")
                .expect(200);
        assertThat(replaced.at("number").asText()).isEqualTo("INV-1000");
    }

    @Test
    void aFieldThatBecomesAnAutomaticNumberGoesOnBehindItsValues() {
        String id = table("numbered", "[{\"name\": \"n\", \"type\": \"string\"}]")
                .expect(201)
                .id();
        rows("numbered").create("{\"n\": \"41\"}").expect(201);
        owner.patch(field(id, 0), "{\"type\": \"autonumber\", \"start\": 5}").expect(200);
        assertThat(rows("numbered").create("{}").expect(201).at("n").asInt()).isEqualTo(42);
        owner.patch(field(id, 0), "{\"type\": \"integer\"}").expect(200);
        assertThat(rows("numbered").create("{}").expect(201).at("n").isNull()).isTrue();
    }

    @Test
    void aMemberFieldTakesMembersOnlyAndKeepsThoseWhoHaveLeft() {
        String id = table(
                        "tasks", "[{\"name\": \"owner\", \"type\": \"user\"}, {\"name\": \"t\", \"type\": \"string\"}]")
                .expect(201)
                .id();
        String member = id(People.newMember(owner, organization, "VIEWER"));
        String row = rows("tasks")
                .create("{\"owner\": \"%s\"}".formatted(member))
                .expect(201)
                .id();
        String stranger = id(People.newUser());
        rows("tasks")
                .create("{\"owner\": \"%s\"}".formatted(stranger))
                .refused(400, "INVALID")
                .blaming("owner");
        owner.patch(field(id, 0), "{\"name\": \"keeper\"}").expect(200);
        rows("tasks")
                .create("{\"keeper\": \"%s\"}".formatted(stranger))
                .refused(400, "INVALID")
                .blaming("keeper");
        owner.delete("foundation/organizations/" + organization + "/members/" + membership(member) + "/")
                .expect(204);
        String path = "runtime/projects/" + project + "/tables/tasks/" + row + "/";
        assertThat(owner.patch(path, "{\"t\": \"x\"}").expect(200).at("keeper").asText())
                .isEqualTo(member);
        rows("tasks").create("{\"keeper\": \"%s\"}".formatted(member)).refused(400, "INVALID");
    }

    @Test
    void aRelationThatGetsManyTargetsAndGoesBackLosesNoLink() {
        table("tags", "[{\"name\": \"name\", \"type\": \"string\"}]").expect(201);
        String id = table("posts", "[{\"name\": \"tag\", \"type\": \"relation\", \"target\": \"tags\"}]")
                .expect(201)
                .id();
        String tag = rows("tags").create("{\"name\": \"a\"}").expect(201).id();
        String post = rows("posts")
                .create("{\"tag\": \"%s\"}".formatted(tag))
                .expect(201)
                .id();
        rows("posts").create("{}").expect(201);
        Answer many = owner.patch(field(id, 0), "{\"kind\": \"many_to_many\"}").expect(200);
        assertThat(many.at("kind").asText()).isEqualTo("many_to_many");
        assertThat(rows("posts").all().at("results/0").has("tag")).isFalse();
        owner.patch(field(id, 0), "{\"kind\": \"many_to_one\", \"name\": \"label\"}")
                .expect(200);
        assertThat(owner.get("runtime/projects/" + project + "/tables/posts/" + post + "/")
                        .expect(200)
                        .at("label")
                        .asText())
                .isEqualTo(tag);
        owner.patch(field(id, 0), "{\"kind\": \"many_to_many\"}").expect(200);
        owner.delete(field(id, 0)).refused(409, "DATA_LOSS");
        owner.delete(field(id, 0) + "?allow_data_loss=true").expect(204);
    }

    @Test
    void aJsonSchemaIsHeldToByTheRowsThatAreThere() {
        String id = table("shapes", "[{\"name\": \"j\", \"type\": \"json\"}]")
                .expect(201)
                .id();
        rows("shapes").create("{\"j\": {\"a\": 1}}").expect(201);
        String bad = rows("shapes").create("{\"j\": 5}").expect(201).id();
        Answer refused = owner.patch(field(id, 0), "{\"schema\": {\"type\": \"object\"}}")
                .refused(409, "DATA_DOES_NOT_FIT");
        assertThat(refused.at("details/rows"))
                .isEqualTo(Json.parse("[{\"id\": \"%s\", \"value\": \"5\"}]".formatted(bad)));
        owner.patch(field(id, 0), "{\"schema\": true}").expect(200);
    }

    @Test
    void plainTextThatBecomesFormattedStaysWhatItSays() {
        String id = table("plain", "[{\"name\": \"t\", \"type\": \"text\"}]")
                .expect(201)
                .id();
        rows("plain").create("{\"t\": \"<script>1 & 2</script>\"}").expect(201);
        owner.patch(field(id, 0), "{\"type\": \"rich_text\"}").expect(200);
        assertThat(rows("plain").all().at("results/0/t").asText()).isEqualTo("&lt;script&gt;1 &amp; 2&lt;/script&gt;");
    }

    @Test
    void indexesAreMadeAndGo() {
        String id = table("indexed", """
                [{"name": "a", "type": "string"}, {"name": "b", "type": "integer"}, {"name": "j", "type": "json"}]""").expect(201).id();
        String path = "studio/schemas/" + id + "/indexes/";
        Answer unique = owner.post(path, "{\"fields\": [\"a\", \"b\"], \"unique\": true}")
                .expect(201);
        owner.post(path, "{\"fields\": [\"j\"], \"type\": \"gin\"}").expect(201);
        owner.post(path, "{\"fields\": [\"a\"], \"type\": \"trigram\"}").expect(201);
        assertThat(owner.get(path).expect(200).at("count").asInt()).isEqualTo(3);
        owner.post(path, "{\"fields\": [\"j\"]}").refused(400, "INVALID").blaming("fields[0]");
        owner.post(path, "{\"fields\": [\"a\"], \"type\": \"hash\"}")
                .refused(400, "INVALID")
                .blaming("type");
        rows("indexed").create("{\"a\": \"x\", \"b\": 1}").expect(201);
        rows("indexed").create("{\"a\": \"x\", \"b\": 1}").refused(409, "NOT_UNIQUE");
        owner.delete(path + unique.id() + "/").expect(204);
        rows("indexed").create("{\"a\": \"x\", \"b\": 1}").expect(201);
        owner.post(path, "{\"fields\": [\"a\", \"b\"], \"unique\": true}").refused(409, "DATA_DOES_NOT_FIT");
        assertThat(owner.get(path).at("count").asInt()).isEqualTo(2);
        owner.delete(path + unique.id() + "/").refused(404, "NOT_FOUND");
        People.newUser().get(path).refused(404, "NOT_FOUND");
    }

    private static String id(Client somebody) {
        return somebody.get("foundation/users/profile/").expect(200).id();
    }

    private static String membership(String user) {
        for (JsonNode each : owner.get("foundation/organizations/" + organization + "/members/")
                .expect(200)
                .at("results")) {
            if (each.toString().contains(user)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("No membership of " + user);
    }

    private static Answer table(String name, String fieldsConfig) {
        return owner.post(
                "studio/schemas/",
                "{\"project\": \"%s\", \"table_name\": \"%s\", \"display_name\": \"T\", \"fields_config\": %s}"
                        .formatted(project, name, fieldsConfig));
    }

    private static ArrayNode fields(String table) {
        return (ArrayNode)
                owner.get("studio/schemas/" + table + "/").expect(200).at("fields_config");
    }

    private static String field(String table, int index) {
        JsonNode field = fields(table).get(index);
        return "studio/schemas/" + table + "/fields/" + field.path("id").asText() + "/";
    }

    private static TableRows rows(String table) {
        return new TableRows("runtime/projects/" + project + "/tables/" + table + "/");
    }

    private record TableRows(String path) {
        Answer create(String body) {
            return owner.post(path, body);
        }

        Answer all() {
            return owner.get(path).expect(200);
        }

        Answer filtered(String filters) {
            return owner.get(path + "?filters="
                            + java.net.URLEncoder.encode(filters, java.nio.charset.StandardCharsets.UTF_8))
                    .expect(200);
        }
    }
}
