package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.Desk;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Deployments that are torn off at any moment: by the death of the server ({@code -Dnocode.test.kills=}, 3, each when
 * eight deployments of as many projects have just begun), or of its connections to PostgreSQL
 * ({@code -Dnocode.test.cuts=}, 10). Afterwards the environment is wholly the old or wholly the
 * new one, no row is lost, and the next deployment works.
 */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class DeploymentKillsIT {
    private static final int KILLS = Integer.getInteger("nocode.test.kills", 3);
    private static final int CUTS = Integer.getInteger("nocode.test.cuts", 10);
    private static final int AT_ONCE = 8;
    private static final int ROWS = 500;

    private final Random random = new Random(Long.getLong("nocode.test.seed", 20));

    private record Begun(Desk desk, int wanted, String deployment) {}

    @Test
    void aServerKilledAtAnyMomentLeavesTheOldOrTheNew() throws SQLException {
        List<Desk> desks =
                Stream.generate(DeploymentKillsIT::twoVersions).limit(AT_ONCE).toList();
        for (int round = 0; round < KILLS; round++) {
            tornOff(round, desks, TestInstallation.get()::killAndRestart);
        }
    }

    @Test
    void connectionsThatDieAtAnyMomentLeaveTheOldOrTheNew() throws SQLException {
        List<Desk> desks = List.of(twoVersions());
        for (int round = 0; round < CUTS; round++) {
            tornOff(round, desks, DeploymentKillsIT::cut);
        }
    }

    @Test
    void aServerKilledWhileManyValuesComeBackLosesNone() throws SQLException {
        Desk desk = twoVersions();
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into " + desk.pgSchema(connection, "prod")
                    + ".orders (id, created_at, updated_at, version, title, note) select gen_random_uuid(), now(), now(),"
                    + " 1, 'Order ' || n, 'Note ' || n from generate_series(" + ROWS + ", 199999) n");
        }
        desk.deploy(Map.of("version", 2, "allow_data_loss", true));
        String deployment = desk.begin("deploy", Map.of("version", 1, "allow_data_loss", true));
        Wait.until(() -> notes(desk), notes -> notes > 0);
        TestInstallation.get().killAndRestart();
        String since = desk.row("orders", Map.of("title", "Written since"));
        assertThat(desk.end(deployment).path("status").asText()).isEqualTo("succeeded");
        assertThat(notes(desk)).isEqualTo(200_000);
        assertThat(desk.read("orders", since).path("note").isNull()).isTrue();
        assertThat(desk.plan(1).path("steps")).isEmpty();
        assertThat(desk.plan(1).path("drift")).isEmpty();
    }

    /** How many rows have their note, in the column of any name that it has just then. */
    private static long notes(Desk desk) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            String table = desk.pgSchema(connection, "prod") + ".orders";
            try (var counted = sql.executeQuery(
                    "select count(*) from " + table + " t where title like 'Order %' and to_jsonb(t)::text like"
                            + " '%\"' || replace(title, 'Order', 'Note') || '\"%'")) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A version with a field and a table more, and one without them: the way back and forth takes and brings data. */
    private static Desk twoVersions() {
        Desk desk = new Desk();
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "note", "type": "text"}]
                """);
        desk.publish();
        desk.dropField(orders, "note");
        desk.addField(orders, Map.of("name", "amount", "type", "integer", "indexed", true));
        desk.table("extras", "[{\"name\": \"name\", \"type\": \"string\"}]");
        desk.publish();
        desk.deploy(Map.of("version", 1));
        desk.prod()
                .post(
                        desk.rows("orders") + "bulk/",
                        Map.of(
                                "operation",
                                "create",
                                "records",
                                IntStream.range(0, ROWS)
                                        .mapToObj(i -> Map.of("title", "Order " + i, "note", "Note " + i))
                                        .toList()))
                .expect(200);
        return desk;
    }

    private void tornOff(int round, List<Desk> desks, Runnable accident) throws SQLException {
        List<Begun> all = new ArrayList<>();
        for (Desk desk : desks) {
            int wanted = live(desk) == 1 ? 2 : 1;
            all.add(new Begun(desk, wanted, desk.begin("deploy", Map.of("version", wanted, "allow_data_loss", true))));
        }
        // The moment is the point of the test: somewhere between the first step and the last.
        LockSupport.parkNanos(random.nextInt(900) * 1_000_000L);
        accident.run();
        for (Begun begun : all) {
            endsWhole(round, begun.desk(), begun.wanted(), begun.deployment());
        }
    }

    private static void endsWhole(int round, Desk desk, int wanted, String deployment) throws SQLException {
        JsonNode end = Wait.until(
                () -> desk.owner
                        .get("runtime/deployment-logs/" + deployment + "/")
                        .json(),
                state -> List.of("succeeded", "failed")
                        .contains(state.path("status").asText()));
        boolean succeeded = end.path("status").asText().equals("succeeded");
        int live = live(desk);
        assertThat(live).as("round %d: %s", round, end.toPrettyString()).isEqualTo(succeeded ? wanted : 3 - wanted);
        wholly(desk, live);
    }

    /** What PostgreSQL holds, what is served, and what the rows hold are of one version. */
    private static void wholly(Desk desk, int version) throws SQLException {
        JsonNode first = desk.list("orders").json().at("/results/0");
        assertThat(first.has("note")).isEqualTo(version == 1);
        assertThat(first.has("amount")).isEqualTo(version == 2);
        assertThat(desk.prod().get(desk.rows("extras")).status()).isEqualTo(version == 2 ? 200 : 404);
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(ROWS);
        if (version == 1) {
            assertThat(first.path("note").asText())
                    .as("what an earlier deployment took away is back")
                    .isEqualTo(first.path("title").asText().replace("Order", "Note"));
        }
        assertThat(desk.plan(version).path("steps")).isEmpty();
        assertThat(desk.plan(version).path("drift")).isEmpty();
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var columns = sql.executeQuery("select count(*) filter (where column_name = 'note'),"
                        + " count(*) filter (where column_name = 'amount') from information_schema.columns"
                        + " where table_schema = '" + desk.pgSchema(connection, "prod")
                        + "' and table_name = 'orders'")) {
            columns.next();
            assertThat(columns.getInt(1)).isEqualTo(version == 1 ? 1 : 0);
            assertThat(columns.getInt(2)).isEqualTo(version == 2 ? 1 : 0);
        }
    }

    private static int live(Desk desk) {
        return Wait.until(
                () -> desk.owner
                        .get("runtime/apps/" + desk.app() + "/status/")
                        .json()
                        .path("live_version")
                        .asInt(),
                version -> version > 0);
    }

    /** Ends what the application's connections are at. */
    private static void cut() {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and usename = current_user and state <> 'idle'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
