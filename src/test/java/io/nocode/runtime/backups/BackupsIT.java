package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.Desk;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupsIT {
    private static final String AWKWARD = "tab\tline\nback\\slash \\N \\. 'quote' \"é\" \r";

    private final Desk desk = new Desk();
    private final BackupDesk backups = new BackupDesk(desk);
    private String orders;

    @BeforeEach
    void anEnvironmentWithRows() {
        desk.table("clients", """
                [{"name": "name", "type": "text"}, {"name": "email", "type": "email", "unique": true}]
                """);
        orders = desk.table("orders", """
                [{"name": "number", "type": "autonumber"}, {"name": "title", "type": "text"},
                 {"name": "price", "type": "decimal"}, {"name": "tags", "type": "multi_choice", "choices": ["a", "b"]},
                 {"name": "more", "type": "json"}, {"name": "owner", "type": "user"},
                 {"name": "client", "type": "relation", "target": "clients", "required": true},
                 {"name": "others", "type": "relation", "target": "clients", "kind": "many_to_many"}]
                """);
        desk.publish();
        desk.deploy(Map.of());
    }

    @Test
    void whatWasBackedUpComesBackAndWhatWasThereIsKept() {
        String client = desk.row("clients", Map.of("name", "Ada", "email", "ada@example.com"));
        String order = desk.row(
                "orders",
                Map.of(
                        "title",
                        AWKWARD,
                        "price",
                        12.5,
                        "tags",
                        List.of("a", "b"),
                        "more",
                        Map.of("deep", List.of(1, "two")),
                        "client",
                        client));
        JsonNode before = desk.read("orders", order);
        String backup = backups.make("prod");
        desk.prod().delete(desk.rows("orders") + order + "/").expect(204);
        String since = desk.row("clients", Map.of("name", "Since"));
        desk.dropField(orders, "price");
        desk.publish();
        desk.deploy(Map.of("allow_data_loss", true));

        desk.owner.post(backups.path() + backup + "/restore/", Map.of()).refused(409, "REPLACE_NOT_CONFIRMED");
        JsonNode done = backups.ended(desk.owner
                .post(backups.path() + backup + "/restore/", Map.of("confirm", true))
                .expect(202));

        assertThat(done.path("status").asText()).as(done.toPrettyString()).isEqualTo("succeeded");
        assertThat(done.at("/details/rows_by_table/orders").asInt()).isEqualTo(1);
        assertThat(desk.read("orders", order)).isEqualTo(before);
        desk.prod().get(desk.rows("clients") + since + "/").refused(404, "NOT_FOUND");
        assertThat(desk.owner
                        .get("runtime/apps/" + desk.app() + "/status/")
                        .expect(200)
                        .at("live_version")
                        .asInt())
                .isEqualTo(1);
        String next = desk.row("orders", Map.of("title", "Next", "client", client));
        assertThat(desk.read("orders", next).path("number").asInt())
                .isGreaterThan(before.path("number").asInt());
        assertThat(desk.plan(1).path("drift")).isEmpty();

        String replaced = done.at("/details/replaced_backup_id").asText();
        backups.ready(replaced);
        backups.ended(desk.owner
                .post(backups.path() + replaced + "/restore/", Map.of("confirm", true))
                .expect(202));
        desk.prod().get(desk.rows("clients") + since + "/").expect(200);
        assertThat(desk.plan().path("from_version").asInt()).isEqualTo(2);
        desk.deploy(Map.of("version", 1));
        assertThat(desk.list("orders").at("count").asInt()).isZero();
    }

    @Test
    void aBackupOfProdMakesStaging() {
        String client = desk.row("clients", Map.of("name", "Ada"));
        String backup = backups.make("prod");
        JsonNode done = backups.ended(desk.owner
                .post(backups.path() + backup + "/restore/", Map.of("confirm", true, "environment", "staging"))
                .expect(202));
        assertThat(done.path("status").asText()).as(done.toPrettyString()).isEqualTo("succeeded");
        desk.owner
                .with("X-Environment", "staging")
                .get(desk.rows("clients") + client + "/")
                .expect(200);
        desk.row("clients", Map.of("name", "In prod alone"));
        assertThat(desk.owner
                        .with("X-Environment", "staging")
                        .get(desk.rows("clients"))
                        .expect(200)
                        .at("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theFileIsAScriptThatPostgreSqlTakes() throws SQLException {
        String client = desk.row("clients", Map.of("name", AWKWARD));
        desk.row("orders", Map.of("title", "One", "client", client));
        String backup = backups.make("prod");
        Answer file = desk.owner.get(backups.path() + backup + "/download/").expect(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.text()).contains("create table").contains("from stdin;").endsWith("commit;\n");
        // The same statements as psql sends, into another schema.
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            String schema = desk.pgSchema(connection, "prod");
            String script = file.text().replace("\"" + schema + "\"", "\"" + schema + "_copy\"");
            Psql.run(connection, script);
            var rows = sql.executeQuery("select count(*) from " + schema + "_copy.orders");
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            var name = sql.executeQuery("select name from " + schema + "_copy.clients");
            name.next();
            assertThat(name.getString(1)).isEqualTo(AWKWARD);
            sql.execute("drop schema " + schema + "_copy cascade");
        }
        desk.owner.get(backups.path() + backup + "/download/?format=zip").refused(400, "INVALID");
        desk.owner.delete(backups.path() + backup + "/").expect(204);
        desk.owner.get(backups.path() + backup + "/download/").refused(404, "NOT_FOUND");
    }

    @Test
    void rowsAreCopiedWithWhatIsMaskedMasked() {
        String ada = desk.row("clients", Map.of("name", "Ada Lovelace", "email", "ada@example.com"));
        String bob = desk.row("clients", Map.of("name", "Bob", "email", "bob@example.com"));
        String order = desk.row("orders", Map.of("title", "Secret", "price", 99.95, "client", ada));
        desk.deploy(Map.of("environment", "staging"));
        Client staging = desk.owner.with("X-Environment", "staging");
        staging.post(desk.rows("clients"), Map.of("name", "Was there")).expect(201);
        String masks = """
                {"from": "prod", "to": "staging", "confirm": true, "masks": [
                  {"table": "clients", "field": "name", "kind": "hash"}, {"table": "clients", "field": "email", "kind": "fake"},
                  {"table": "orders", "field": "title", "kind": "fixed", "value": "Masked"},
                  {"table": "orders", "field": "price", "kind": "null"}]}
                """;
        desk.owner.post(backups.copies(), masks.replace("true", "false")).refused(409, "REPLACE_NOT_CONFIRMED");
        JsonNode done = backups.ended(desk.owner.post(backups.copies(), masks).expect(202));
        assertThat(done.path("status").asText()).as(done.toPrettyString()).isEqualTo("succeeded");
        assertThat(done.at("/details/rows_by_table/clients").asInt()).isEqualTo(2);
        JsonNode one = staging.get(desk.rows("clients") + ada + "/").expect(200).json();
        JsonNode two = staging.get(desk.rows("clients") + bob + "/").expect(200).json();
        assertThat(one.path("name").asText())
                .hasSize(64)
                .isNotEqualTo(two.path("name").asText());
        assertThat(one.path("email").asText())
                .matches("person\\d+@example\\.com")
                .isNotEqualTo(two.path("email").asText());
        JsonNode masked =
                staging.get(desk.rows("orders") + order + "/").expect(200).json();
        assertThat(masked.path("title").asText()).isEqualTo("Masked");
        assertThat(masked.path("price").isNull()).isTrue();
        assertThat(masked.path("client").asText()).isEqualTo(ada);
        assertThat(staging.get(desk.rows("clients")).expect(200).at("count").asInt())
                .isEqualTo(2);
        assertThat(desk.read("clients", ada).path("name").asText()).isEqualTo("Ada Lovelace");
    }

    @Test
    void whatCannotBeCopiedIsNamedAtOnce() {
        String copies = backups.copies();
        desk.deploy(Map.of("environment", "staging"));
        desk.owner
                .post(copies, """
                        {"from": "prod", "to": "staging", "confirm": true, "tables": ["clients", "nothing"], "masks": [
                          {"table": "clients", "field": "email", "kind": "hash"},
                          {"table": "clients", "field": "nowhere", "kind": "null"}]}
                        """)
                .refused(400, "INVALID")
                .blaming("tables[1]")
                .blaming("masks[0]")
                .blaming("masks[1].field");
        desk.owner
                .post(copies, Map.of("from", "staging", "to", "prod", "confirm", true))
                .refused(400, "INVALID")
                .blaming("to");
    }

    @Test
    void schedulesAreOnesOwnAndOneAnEnvironment() {
        String schedules = "runtime/projects/" + desk.project + "/backup-schedules/";
        Map<String, Object> daily = Map.of("environment", "prod", "every_hours", 24, "keep", 7);
        String id = desk.owner.post(schedules, daily).expect(201).id();
        desk.owner.post(schedules, daily).refused(409, "SCHEDULE_EXISTS");
        assertThat(desk.owner.get(schedules).expect(200).at("results/0/keep").asInt())
                .isEqualTo(7);
        desk.owner.delete(schedules + id + "/").expect(204);
        desk.owner
                .post(schedules, Map.of("environment", "prod", "every_hours", 0, "keep", 7))
                .refused(400, "INVALID");
    }

    @Test
    void backupsAreForAdminsAlone() {
        String backup = backups.make("prod");
        Client member = People.newMember(desk.owner, desk.organization, "MEMBER");
        member.get(backups.path()).refused(403, "FORBIDDEN");
        member.get(backups.path() + backup + "/download/").refused(403, "FORBIDDEN");
        People.newUser().get(backups.path() + backup + "/").refused(404, "NOT_FOUND");
        Desk other = new Desk();
        other.owner
                .get("runtime/projects/" + other.project + "/backups/" + backup + "/")
                .refused(404, "NOT_FOUND");
        other.owner
                .post("runtime/projects/" + other.project + "/backups/" + backup + "/restore/", Map.of("confirm", true))
                .refused(404, "NOT_FOUND");
        other.owner
                .post("runtime/projects/" + other.project + "/backups/", Map.of("environment", "prod"))
                .refused(409, "NOTHING_DEPLOYED");
    }

    @Test
    void neitherABackupThatIsBeingMadeNorItsProjectGoes() throws SQLException {
        String live;
        String running;
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            live = desk.pgSchema(connection, "prod");
            connection.setAutoCommit(false);
            sql.execute("lock table nocode.environment_backup_chunk in exclusive mode");
            running = desk.owner
                    .post(backups.path(), Map.of("environment", "prod"))
                    .expect(202)
                    .id();
            Answer refused = desk.owner.delete(project()).refused(409, "PROJECT_BUSY");
            assertThat(refused.at("error").asText()).contains(running);
            assertThat(refused.at("details/at_work/0/kind").asText()).isEqualTo("backup");
            desk.owner.delete(backups.path() + running + "/").refused(409, "BACKUP_RUNNING");
            connection.rollback();
        }
        backups.ready(running);
        desk.owner.delete(project()).expect(204);
        assertThat(schemas(live)).isZero();
    }

    @Test
    void whatARestorationSetAsideGoesWithTheProject() throws SQLException {
        String backup = backups.make("prod");
        String live;
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            live = desk.pgSchema(connection, "prod");
            // As it is when the backup of what was replaced could not be made.
            sql.execute("create schema " + live + "_o1");
            sql.execute("update nocode.environment_backup set status = 'failed', source_schema = '" + live
                    + "_o1' where id = '" + backup + "'");
        }
        desk.owner.delete(project()).expect(204);
        assertThat(schemas(live)).isZero();
    }

    private String project() {
        String path = "studio/projects/" + desk.project + "/";
        return path + "?confirm=" + desk.owner.get(path).expect(200).at("slug").asText();
    }

    /** The PostgreSQL schemas that are left of the project. */
    private static int schemas(String live) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var counted = sql.executeQuery(
                        "select count(*) from information_schema.schemata where schema_name like '" + live + "%'")) {
            counted.next();
            return counted.getInt(1);
        }
    }
}
