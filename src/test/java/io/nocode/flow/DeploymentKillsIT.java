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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Deployments that are torn off at any moment: by the death of the server, again and again until it has torn off as many
 * as are wanted ({@code -Dnocode.test.torn-off=}, 8; those alone count that had been begun and had not ended when it
 * died), or of its connections to PostgreSQL ({@code -Dnocode.test.cuts=}, 10). Afterwards the environment is wholly the
 * old or wholly the new one, no row and no value is lost, and the next deployment works.
 */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class DeploymentKillsIT {
    private static final Logger LOG = Logger.getLogger(DeploymentKillsIT.class.getName());
    private static final int TORN_OFF = Integer.getInteger("nocode.test.torn-off", 8);
    private static final int CUTS = Integer.getInteger("nocode.test.cuts", 10);
    private static final int FEW = 500;
    /** So many that their values come back piece by piece before the switch. */
    private static final int MANY = 60_000;

    private static final List<String> STEPS =
            List.of("validate", "backup", "migrate", "publish_routes", "health_check", "go_live");

    private final Random random = new Random(Long.getLong("nocode.test.seed", 20));

    private record Site(Desk desk, int rows) {}

    private record Begun(Site site, int wanted, String deployment) {}

    @Test
    void aServerKilledAtAnyMomentLeavesTheOldOrTheNew() throws SQLException {
        List<Site> sites = new ArrayList<>(IntStream.range(0, 8)
                .mapToObj(i -> twoVersions(i < 2 ? MANY : FEW))
                .toList());
        Map<String, Integer> tornOff = new TreeMap<>();
        int rounds = 0;
        for (; sum(tornOff) < TORN_OFF; rounds++) {
            assertThat(rounds).as("kills, and torn off so far: %s", tornOff).isLessThan(TORN_OFF + 10);
            Collections.shuffle(sites, random);
            tearOff(rounds, sites, all -> {
                TestInstallation.get().kill();
                unended(all).forEach(step -> tornOff.merge(step, 1, Integer::sum));
                TestInstallation.get().restart();
            });
            String told = (rounds + 1) + " kills tore off " + sum(tornOff) + " deployments, by the step they were in: "
                    + tornOff;
            LOG.info(told);
        }
        for (Site site : sites) {
            int wanted = 3 - live(site.desk());
            site.desk().deploy(Map.of("version", wanted, "allow_data_loss", true));
            wholly(site, wanted);
        }
    }

    @Test
    void connectionsThatDieAtAnyMomentLeaveTheOldOrTheNew() throws SQLException {
        List<Site> sites = List.of(twoVersions(FEW));
        for (int round = 0; round < CUTS; round++) {
            tearOff(round, sites, all -> {
                cut();
                // What the cut hit may have been at rest by then, and be found dead by the next who needs it.
                all.forEach(begun -> begun.site().desk().comeAgain());
            });
        }
    }

    @Test
    void aServerKilledWhileManyValuesComeBackLosesNone() throws SQLException {
        Desk desk = twoVersions(200_000).desk();
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
    private static Site twoVersions(int rows) {
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
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into " + desk.pgSchema(connection, "prod")
                    + ".orders (id, created_at, updated_at, version, title, note) select gen_random_uuid(), now(), now(),"
                    + " 1, 'Order ' || n, 'Note ' || n from generate_series(1, " + rows + ") n");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Site(desk, rows);
    }

    private void tearOff(int round, List<Site> sites, Consumer<List<Begun>> accident) throws SQLException {
        // All at once: on a busy machine the first would have ended before the last began.
        List<Begun> all = sites.stream().map(site -> CompletableFuture.supplyAsync(() -> begin(site))).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        anyMoment(all);
        accident.accept(all);
        for (Begun begun : all) {
            endsWhole(round, begun);
        }
    }

    private static Begun begin(Site site) {
        Desk desk = site.desk();
        desk.signInAgain();
        int wanted = 3 - live(desk);
        return new Begun(site, wanted, desk.begin("deploy", Map.of("version", wanted, "allow_data_loss", true)));
    }

    /** The moment is the point of the test: somewhere in a step, whichever, when some have come to it. */
    private void anyMoment(List<Begun> all) {
        String step = STEPS.get(random.nextInt(STEPS.size()));
        int some = 1 + random.nextInt((all.size() + 1) / 2);
        Wait.until(
                () -> names("select id::text from nocode.deployment_step where status <> 'pending' and name = '" + step
                        + "' and deployment_id in (" + ids(all) + ")"),
                reached -> reached.size() >= some);
        LockSupport.parkNanos(random.nextInt(400) * 1_000_000L);
    }

    private static String ids(List<Begun> all) {
        return all.stream().map(begun -> "'" + begun.deployment() + "'").collect(Collectors.joining(", "));
    }

    /** The steps in which the deployments are that have not ended, once PostgreSQL has let go of the server that died. */
    private static List<String> unended(List<Begun> all) {
        Wait.until(
                () -> names("select pid::text from pg_stat_activity where usename = current_user"
                        + " and pid <> pg_backend_pid() and backend_type = 'client backend'"),
                List::isEmpty);
        return names("select coalesce((select s.name from nocode.deployment_step s where s.deployment_id = d.id"
                + " and s.status <> 'succeeded' order by s.position limit 1), 'all') from nocode.deployment d"
                + " where d.status in ('pending', 'running') and d.id in ("
                + ids(all) + ")");
    }

    private static int sum(Map<String, Integer> counted) {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void endsWhole(int round, Begun begun) throws SQLException {
        Desk desk = begun.site().desk();
        JsonNode end = Wait.until(
                () -> desk.owner
                        .get("runtime/deployment-logs/" + begun.deployment() + "/")
                        .json(),
                state -> List.of("succeeded", "failed")
                        .contains(state.path("status").asText()));
        boolean succeeded = end.path("status").asText().equals("succeeded");
        int live = live(desk);
        assertThat(live)
                .as("round %d: %s", round, end.toPrettyString())
                .isEqualTo(succeeded ? begun.wanted() : 3 - begun.wanted());
        wholly(begun.site(), live);
    }

    /** What PostgreSQL holds, what is served, and what the rows hold are of one version. */
    private static void wholly(Site site, int version) throws SQLException {
        Desk desk = site.desk();
        JsonNode first = desk.list("orders").json().at("/results/0");
        assertThat(first.has("note")).isEqualTo(version == 1);
        assertThat(first.has("amount")).isEqualTo(version == 2);
        assertThat(desk.prod().get(desk.rows("extras")).status()).isEqualTo(version == 2 ? 200 : 404);
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(site.rows());
        if (version == 1) {
            assertThat(notes(desk))
                    .as("what an earlier deployment took away is back")
                    .isEqualTo(site.rows());
        }
        assertThat(desk.plan(version).path("steps")).isEmpty();
        assertThat(desk.plan(version).path("drift")).isEmpty();
        try (Connection connection = TestInstallation.database()) {
            assertThat(names("select column_name from information_schema.columns where table_schema = '"
                            + desk.pgSchema(connection, "prod") + "' and table_name = 'orders'"))
                    .contains(version == 1 ? "note" : "amount")
                    .doesNotContain(version == 1 ? "amount" : "note");
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

    private static List<String> names(String query) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var found = sql.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
