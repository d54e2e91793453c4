package io.nocode.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.launcher.Node;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Transactions that overlap are told whole, one after the other, as they were committed: on both nodes, from anywhere. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class RowEventCommitsIT {
    private static Node second;

    private final List<Connection> open = new ArrayList<>();
    private Client here;
    private Client there;
    private String events;
    private String table;

    @BeforeAll
    static void startTheSecond() throws IOException {
        second = TestInstallation.get().startNode(TestInstallation.freePort());
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @BeforeEach
    void aTable() {
        here = People.newUser();
        there = here.at(second.url());
        String project = People.newProject(here, People.newOrganization(here));
        table = here.post(
                        "studio/schemas/",
                        Map.of(
                                "project",
                                project,
                                "table_name",
                                "things",
                                "display_name",
                                "Things",
                                "fields_config",
                                List.of(Map.of("name", "title", "type", "string"))))
                .expect(201)
                .at("table_name_full")
                .asText();
        events = "runtime/projects/" + project + "/tables/things/events/";
    }

    @AfterEach
    void nobodyIsLeftWriting() throws SQLException {
        for (Connection each : open) {
            each.close();
        }
    }

    @Test
    void whoWroteLastButCommittedFirstIsToldFirstAndWhole() throws SQLException {
        String begin = now();
        Connection a = begin();
        Connection b = begin();
        insert(a, "a1");
        insert(b, "b1");
        insert(a, "a2");
        insert(b, "b2");
        insert(a, "a3");
        a.commit();
        b.commit();
        Connection c = begin();
        Connection d = begin();
        insert(c, "c1");
        insert(d, "d1");
        insert(c, "c2");
        d.commit();
        c.commit();
        toldFromEverywhere(begin, List.of("a1", "a2", "a3", "b1", "b2", "d1", "c1", "c2"));
    }

    @Test
    void aTransactionOfManyPagesStandsBesideSmallOnesWithoutBeingTornApart() throws SQLException {
        String begin = now();
        List<String> expected = new ArrayList<>();
        List<String> large = new ArrayList<>();
        Connection many = begin();
        for (int i = 0; i < 5; i++) {
            execute(
                    many,
                    "insert into " + table + " (id, created_at, updated_at, version, title)"
                            + " select gen_random_uuid(), now(), now(), 1, 'large " + i
                            + " ' || n from generate_series(1, 700) n");
            for (int n = 1; n <= 700; n++) {
                large.add("large " + i + " " + n);
            }
            Connection one = begin();
            insert(one, "small " + i);
            one.commit();
            expected.add("small " + i);
        }
        many.commit();
        expected.addAll(large);
        Connection after = begin();
        insert(after, "after");
        after.commit();
        expected.add("after");

        List<Events.Event> all = told(here, begin, expected.size());
        assertThat(titles(all)).isEqualTo(expected);
        for (int cut : new int[] {3, 4, 5, 1_003, 1_004, 1_005, 2_500, 3_504, 3_505}) {
            List<Events.Event> rest = told(there, all.get(cut - 1).id(), expected.size() - cut);
            assertThat(titles(rest)).as("after " + cut).isEqualTo(expected.subList(cut, expected.size()));
        }
    }

    @Test
    void anyTransactionsAreToldAsTheyWereCommittedWhereverAndWheneverOneListens() throws SQLException {
        Random random = new Random(7);
        List<Connection> writers = List.of(begin(), begin(), begin(), begin(), begin());
        List<List<String>> written = new ArrayList<>();
        writers.forEach(each -> written.add(new ArrayList<>()));
        List<String> expected = new ArrayList<>();
        String begin = now();
        try (Events live = here.follow(events, begin);
                Events away = there.follow(events, begin)) {
            for (int step = 0; step < 800; step++) {
                int who = random.nextInt(writers.size());
                write(writers.get(who), random, step, written.get(who), expected);
            }
            for (int who = 0; who < writers.size(); who++) {
                writers.get(who).commit();
                expected.addAll(written.get(who));
            }
            assertThat(titles(live.next("change", expected.size()))).isEqualTo(expected);
            assertThat(titles(away.next("change", expected.size()))).isEqualTo(expected);
        }
        List<String> heard = new ArrayList<>();
        String last = begin;
        while (heard.size() < expected.size()) {
            int some = Math.min(1 + random.nextInt(12), expected.size() - heard.size());
            List<Events.Event> next = told(random.nextBoolean() ? here : there, last, some);
            heard.addAll(titles(next));
            last = next.get(some - 1).id();
        }
        assertThat(heard).isEqualTo(expected);
    }

    private void write(Connection writer, Random random, int step, List<String> written, List<String> expected)
            throws SQLException {
        int what = random.nextInt(10);
        if (what < 6) {
            insert(writer, "t" + step);
            written.add("t" + step);
        } else if (what == 6) {
            execute(writer, "savepoint s");
            insert(writer, "never " + step);
            execute(writer, "rollback to savepoint s");
        } else if (what == 7) {
            writer.rollback();
            written.clear();
        } else {
            writer.commit();
            expected.addAll(written);
            written.clear();
        }
    }

    /** All at once, and what is left after each of them, on one node and the other. */
    private void toldFromEverywhere(String begin, List<String> expected) {
        List<Events.Event> all = told(here, begin, expected.size());
        assertThat(titles(all)).isEqualTo(expected);
        for (int i = 0; i < expected.size() - 1; i++) {
            List<Events.Event> rest = told(i % 2 == 0 ? there : here, all.get(i).id(), expected.size() - 1 - i);
            assertThat(titles(rest)).as("after " + expected.get(i)).isEqualTo(expected.subList(i + 1, expected.size()));
        }
    }

    private List<Events.Event> told(Client to, String last, int count) {
        try (Events heard = to.follow(events, last)) {
            return heard.next("change", count);
        }
    }

    private static List<String> titles(List<Events.Event> heard) {
        return heard.stream()
                .map(event -> event.data().at("/row/title").asText())
                .toList();
    }

    /** The id of the moment; the changes that follow are all told by one reading to who comes with it. */
    private String now() {
        try (Events heard = here.follow(events)) {
            return heard.next("ready").id();
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = TestInstallation.database();
        open.add(connection);
        connection.setAutoCommit(false);
        return connection;
    }

    private void insert(Connection database, String title) throws SQLException {
        execute(
                database,
                "insert into " + table + " (id, created_at, updated_at, version, title)"
                        + " values (gen_random_uuid(), now(), now(), 1, '" + title + "')");
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
