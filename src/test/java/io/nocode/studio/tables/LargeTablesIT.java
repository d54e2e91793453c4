package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LargeTablesIT {
    private Client owner;
    private String project;
    private String schema;
    private String rows;
    private String table;

    @BeforeEach
    void aTable() {
        owner = People.newUser();
        project = People.newProject(owner, People.newOrganization(owner));
        Answer made = owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "big", "display_name": "Big",
                 "fields_config": [{"name": "n", "type": "integer"}]}""".formatted(project)).expect(201);
        schema = "studio/schemas/" + made.id() + "/";
        rows = "runtime/projects/" + project + "/tables/big/";
        table = made.at("table_name_full").asText();
    }

    @Test
    void whoReadsForLongDelaysAChangeButNobodyElse() throws Exception {
        owner.post(rows, "{\"n\": 1}").expect(201);
        CompletableFuture<Answer> change;
        long slowest = 0;
        try (Connection reader = TestInstallation.database()) {
            reader.setAutoCommit(false);
            count(reader, "select count(*) from " + table);
            change = CompletableFuture.supplyAsync(
                    () -> owner.post(schema + "fields/", "{\"name\": \"m\", \"type\": \"integer\"}"));
            for (int i = 0; i < 20; i++) {
                long began = System.nanoTime();
                owner.get(rows).expect(200);
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
            reader.commit();
        }
        change.join().expect(201);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aTableThatIsUsedForTooLongIsLeftAsItIs() throws Exception {
        try (Connection writer = TestInstallation.database()) {
            writer.setAutoCommit(false);
            count(writer, "select count(*) from " + table);
            owner.post(schema + "fields/", "{\"name\": \"m\", \"type\": \"integer\"}")
                    .refused(409, "TABLE_BUSY");
            writer.rollback();
        }
        assertThat(owner.get(schema).at("fields_config").size()).isEqualTo(1);
    }

    @Test
    void indexesAndConstraintsOfALargeTableFollowBesideThoseWhoUseIt() throws Exception {
        fill(60_000);
        Answer told = owner.post(schema + "preview/", """
                {"fields_config": [{"name": "n", "type": "integer", "indexed": true}]}""").expect(200);
        assertThat(told.at("steps/0")).isEqualTo(Json.parse("""
                {"sql": "%s", "effect": "safe", "lock": "SHARE UPDATE EXCLUSIVE"}""".formatted(
                        told.at("steps/0/sql").asText().replace("\"", "\\\""))));
        assertThat(told.at("steps/0/sql").asText()).startsWith("create index concurrently");

        owner.patch(schema, """
                {"fields_config": [{"name": "n", "type": "integer", "indexed": true},
                                   {"name": "e", "type": "email"}]}""").expect(200);
        Wait.until(
                () -> number("select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid"
                        + " where i.indrelid = '" + table + "'::regclass and c.relname like 'ix%' and i.indisvalid"),
                found -> found == 1);
        Wait.until(
                () -> number("select count(*) from pg_constraint where conrelid = '" + table
                        + "'::regclass and not convalidated"),
                unread -> unread == 0);
        owner.post(rows, "{\"e\": \"nobody\"}").refused(400, "INVALID").blaming("e");
    }

    @Test
    void theFirstOfManyRowsThatDoNotFitAreNamedWithTheirNumber() throws Exception {
        fill(60_000);
        Answer refused = owner.patch(schema, """
                {"fields_config": [{"name": "n", "type": "integer", "max_value": 59000}]}""").refused(409, "DATA_DOES_NOT_FIT");
        assertThat(refused.at("details/count").asInt()).isEqualTo(1000);
        assertThat(refused.at("details/rows").size()).isEqualTo(20);
    }

    private void fill(int count) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (id, n) select gen_random_uuid(), g from generate_series(1, "
                    + count + ") g");
            statement.execute("analyze " + table);
        }
    }

    private static int number(String query) {
        try (Connection connection = TestInstallation.database()) {
            return count(connection, query);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            results.next();
            return results.getInt(1);
        }
    }
}
