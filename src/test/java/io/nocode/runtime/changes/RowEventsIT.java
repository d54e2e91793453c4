package io.nocode.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowEventsIT {
    private Client owner;
    private String organization;
    private String project;
    private String schema;
    private String table;
    private String rows;
    private String events;

    @BeforeEach
    void aTable() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
        var made = owner.post(
                        "studio/schemas/",
                        Map.of(
                                "project",
                                project,
                                "table_name",
                                "things",
                                "display_name",
                                "Things",
                                "fields_config",
                                List.of(
                                        Map.of("name", "title", "type", "text"),
                                        Map.of("name", "n", "type", "integer"),
                                        Map.of("name", "price", "type", "decimal", "precision", 20, "scale", 4))))
                .expect(201);
        schema = made.id();
        table = made.at("table_name_full").asText();
        rows = "runtime/projects/" + project + "/tables/things/";
        events = rows + "events/";
    }

    @Test
    void eachHearsOfTheRowsThatTheyFollow() {
        try (Events all = follow("");
                Events few = follow("?filters=" + encoded("{\"n__gte\": 5}"));
                Events plain = follow("?n__gte=5&fields=n")) {
            assertThat(all.header("Cache-Control")).isEqualTo("no-store");
            String id = owner.post(rows, Map.of("title", "Zürich", "n", 3, "price", 12.50))
                    .expect(201)
                    .id();
            owner.patch(rows + id + "/", Map.of("n", 7)).expect(200);
            owner.patch(rows + id + "/", Map.of("title", "Genève")).expect(200);
            owner.patch(rows + id + "/", Map.of("n", 2)).expect(200);
            owner.delete(rows + id + "/").expect(204);

            List<JsonNode> heard = data(all.next("change", 5));
            assertThat(heard.stream().map(event -> event.path("action").asText()))
                    .containsExactly("created", "updated", "updated", "updated", "deleted");
            assertThat(heard.get(0).path("row").path("title").asText()).isEqualTo("Zürich");
            assertThat(heard.get(0).path("row").path("price").decimalValue()).isEqualByComparingTo("12.50");
            assertThat(heard.get(0).path("row").path("version").asInt()).isEqualTo(1);
            assertThat(heard.get(4).path("id").asText()).isEqualTo(id);
            assertThat(heard.get(4).path("row").isNull()).isTrue();

            for (Events follower : List.of(few, plain)) {
                List<JsonNode> some = data(follower.next("change", 3));
                assertThat(some.stream().map(event -> event.path("action").asText()))
                        .containsExactly("created", "updated", "deleted");
                assertThat(some.get(0).path("row").path("n").asInt()).isEqualTo(7);
                assertThat(some.get(0).path("row").has("title")).isEqualTo(follower == few);
                assertThat(some.get(2).path("row").isNull()).isTrue();
                assertThat(follower.rest()).isEmpty();
            }
        }
    }

    @Test
    void nothingIsLostThoughTheConnectionIsCutAHundredTimes() throws Exception {
        String last;
        try (Events heard = follow("")) {
            last = heard.lastId();
        }
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            long seed = i;
            writing.add(writers.submit(() -> write(new Random(seed), over)));
        }
        writing.add(writers.submit(() -> {
            while (!over.get()) {
                reversed();
            }
            return null;
        }));

        Map<Long, JsonNode> heard = new LinkedHashMap<>();
        Random random = new Random(4);
        for (int cut = 0; cut < 100; cut++) {
            try (Events follower = owner.follow(events, last)) {
                int wanted = random.nextInt(8);
                for (int i = 0; i < wanted; i++) {
                    last = take(follower, heard, last).id();
                }
            }
        }
        over.set(true);
        for (Future<?> each : writing) {
            each.get();
        }
        writers.shutdown();
        String end = owner.post(rows, Map.of("title", "the end")).expect(201).id();
        try (Events follower = owner.follow(events, last)) {
            String id;
            do {
                Events.Event event = take(follower, heard, last);
                last = event.id();
                id = event.data().path("id").asText();
            } while (!id.equals(end));
        }
        check(heard);
    }

    /** Each row's versions come one after the other, from the first to the one that is stored or the deletion. */
    private void check(Map<Long, JsonNode> heard) throws SQLException {
        Map<String, Integer> versions = new HashMap<>();
        heard.values().forEach(event -> {
            String id = event.path("id").asText();
            JsonNode row = event.path("row");
            if (row.isNull()) {
                assertThat(versions.put(id, -1)).as("a row that was there").isPositive();
            } else {
                int version = row.path("version").asInt();
                assertThat(versions.getOrDefault(id, 0))
                        .as("the version before of " + id)
                        .isEqualTo(version - 1);
                versions.put(id, version);
            }
        });
        Map<String, Integer> stored = new HashMap<>();
        try (Connection database = TestInstallation.database();
                var results = database.createStatement().executeQuery("select id, version from " + table)) {
            while (results.next()) {
                stored.put(results.getString(1), results.getInt(2));
            }
        }
        versions.values().removeIf(version -> version < 0);
        assertThat(versions).isEqualTo(stored);
    }

    private static Events.Event take(Events follower, Map<Long, JsonNode> heard, String last) {
        Events.Event event = follower.next();
        assertThat(event.name()).isEqualTo("change");
        assertThat(heard.put(event.data().path("change").asLong(), event.data()))
                .as("heard once: " + event)
                .isNull();
        assertThat(event.id()).isNotEqualTo(last);
        return event;
    }

    private Void write(Random random, AtomicBoolean over) {
        List<String> mine = new ArrayList<>();
        while (!over.get()) {
            int what = random.nextInt(10);
            if (mine.isEmpty() || what < 3) {
                mine.add(owner.post(rows, Map.of("title", "one", "n", random.nextInt(100)))
                        .expect(201)
                        .id());
            } else if (what < 5) {
                owner.post(
                                rows + "bulk/",
                                Map.of(
                                        "operation",
                                        "create",
                                        "records",
                                        IntStream.range(0, 20)
                                                .mapToObj(i -> Map.of("title", "many", "n", i))
                                                .toList()))
                        .expect(200);
            } else if (what < 9) {
                String id = mine.get(random.nextInt(mine.size()));
                owner.patch(rows + id + "/", Map.of("n", random.nextInt(100))).expect(200);
            } else {
                owner.delete(rows + mine.remove(random.nextInt(mine.size())) + "/")
                        .expect(204);
            }
        }
        return null;
    }

    /** Two transactions of which the second to begin is the first to commit. */
    private void reversed() throws SQLException {
        try (Connection first = TestInstallation.database();
                Connection second = TestInstallation.database()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            insert(first, "first " + UUID.randomUUID());
            insert(second, "second " + UUID.randomUUID());
            second.commit();
            owner.get(rows + "?page_size=1").expect(200);
            first.commit();
        }
    }

    @Test
    void whoCommitsFirstIsToldFirstAndWhoIsNotReadyHoldsNobodyUp() throws SQLException {
        try (Events heard = follow("");
                Connection first = TestInstallation.database();
                Connection second = TestInstallation.database()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            insert(first, "began first");
            insert(second, "began second");
            second.commit();
            Events.Event told = heard.next("change");
            assertThat(told.data().at("/row/title").asText()).isEqualTo("began second");
            first.commit();
            assertThat(heard.next("change").data().at("/row/title").asText()).isEqualTo("began first");
            try (Events again = owner.follow(events, told.id())) {
                assertThat(again.next("change").data().at("/row/title").asText())
                        .isEqualTo("began first");
            }
        }
    }

    private void insert(Connection database, String title) throws SQLException {
        try (var statement = database.prepareStatement("insert into " + table
                + " (id, created_at, updated_at, version, title) values (gen_random_uuid(), now(), now(), 1, ?)")) {
            statement.setString(1, title);
            statement.executeUpdate();
        }
    }

    @Test
    void manyRowsOfOneTransactionComePageByPageAndCanBeCutAnywhere() {
        int many = 5_000;
        try (Events heard = follow("")) {
            owner.post(
                            rows + "bulk/",
                            Map.of(
                                    "operation",
                                    "create",
                                    "records",
                                    IntStream.range(0, many)
                                            .mapToObj(i -> Map.of("n", i))
                                            .toList()))
                    .expect(200);
            List<Events.Event> all = heard.next("change", many);
            assertThat(all.stream()
                            .map(event -> event.data().path("row").path("n").asInt()))
                    .containsExactlyElementsOf(IntStream.range(0, many).boxed().toList());
            try (Events again = owner.follow(events, all.get(1_499).id())) {
                assertThat(data(again.next("change", many - 1_500))).isEqualTo(data(all.subList(1_500, many)));
            }
        }
    }

    @Test
    void whoReadsSlowlyGetsEverythingAndHoldsNobodyUp() {
        String text = "x".repeat(10_000);
        int many = 2_000;
        try (Events slow = owner.followLater(events, null);
                Events quick = follow("")) {
            for (int i = 0; i < many; i += 50) {
                int from = i;
                owner.post(
                                rows + "bulk/",
                                Map.of(
                                        "operation",
                                        "create",
                                        "records",
                                        IntStream.range(0, 50)
                                                .mapToObj(k -> Map.of("n", from + k, "title", text))
                                                .toList()))
                        .expect(200);
            }
            assertThat(quick.next("change", many)).hasSize(many);
            slow.begin();
            List<Integer> heard = new ArrayList<>();
            Events reader = slow;
            while (heard.size() < many) {
                Events.Event event = reader.nextOrNull();
                if (event == null) {
                    // Whoever takes nothing for half a minute is cut off, and comes back.
                    reader.close();
                    reader = owner.follow(events, reader.lastId());
                } else if (event.name().equals("change")) {
                    heard.add(event.data().path("row").path("n").asInt());
                }
            }
            reader.close();
            assertThat(heard)
                    .containsExactlyElementsOf(IntStream.range(0, many).boxed().toList());
        }
    }

    @Test
    void whoIsRemovedHearsNothingMoreWithinASecond() {
        Client viewer = People.newMember(owner, organization, "VIEWER");
        String members = "foundation/organizations/" + organization + "/members/";
        String membership = owner.get(members + "?search="
                        + viewer.get("foundation/users/profile/").at("email").asText())
                .at("results/0/id")
                .asText();
        try (Events heard = viewer.follow(events)) {
            heard.next("ready");
            owner.delete(members + membership + "/").expect(204);
            Instant removed = Instant.now();
            heard.next("end");
            assertThat(Duration.between(removed, Instant.now())).isLessThan(Duration.ofSeconds(1));
            heard.untilOver();
        }
    }

    @Test
    void aTableThatChangesIsToldAndOneThatGoesEndsTheStream() {
        try (Events heard = follow("")) {
            owner.post(rows, Map.of("title", "before")).expect(201);
            heard.next("change");
            owner.post("studio/schemas/" + schema + "/fields/", Map.of("name", "colour", "type", "string"))
                    .expect(201);
            assertThat(heard.next("reset").data().path("reason").asText()).isEqualTo("table_changed");
            owner.post(rows, Map.of("title", "after", "colour", "red")).expect(201);
            assertThat(heard.next("change").data().path("row").path("colour").asText())
                    .isEqualTo("red");
            owner.delete("studio/schemas/" + schema + "/?allow_data_loss=true").expect(204);
            assertThat(heard.next("end").data().path("code").asText()).isEqualTo("NOT_FOUND");
            heard.untilOver();
        }
    }

    @Test
    void whatIsNotKeptAnyMoreIsAResetAndNeverAGap() throws SQLException {
        String last;
        try (Events heard = follow("")) {
            owner.post(rows, Map.of("n", 1)).expect(201);
            last = heard.next("change").id();
        }
        for (String none : List.of("nonsense", "999999.1", last.split("\\.")[0] + ".zzzzzzz")) {
            try (Events heard = owner.follow(events, none)) {
                assertThat(heard.next().name()).isEqualTo("reset");
            }
        }
        owner.post(rows, Map.of("n", 2)).expect(201);
        try (Connection database = TestInstallation.database();
                var statement = database.createStatement()) {
            statement.executeUpdate("update nocode.row_stream set floor = pg_current_xact_id() where relid = '" + table
                    + "'::regclass");
        }
        try (Events heard = owner.follow(events, last)) {
            assertThat(heard.next("reset").data().path("reason").asText()).isEqualTo("missed");
            owner.post(rows, Map.of("n", 3)).expect(201);
            assertThat(heard.next("change").data().path("row").path("n").asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void whatAListWouldRefuseIsRefused() {
        owner.get(events + "?nothing__gte=5").refused(400, "UNKNOWN_PARAMETER").blaming("nothing__gte");
        owner.get(events + "?filters=" + encoded("{\"n__gte\": \"x\"}")).refused(400, "INVALID");
        owner.get(events + "?fields=nothing").refused(400, "INVALID").blaming("fields");
        owner.get(events + "?environment=nowhere").refused(400, "INVALID").blaming("environment");
        owner.get(rows.replace("things", "nothing") + "events/").refused(404, "NOT_FOUND");
        Client.anonymous().get(events).refused(401, "UNAUTHENTICATED");
        People.newUser().get(events).refused(404, "NOT_FOUND");
    }

    /** Somebody who is told of everything from now on. */
    private Events follow(String query) {
        Events heard = owner.follow(events + query);
        heard.next("ready");
        return heard;
    }

    private static List<JsonNode> data(List<Events.Event> events) {
        return events.stream().map(Events.Event::data).toList();
    }

    private static String encoded(String filters) {
        return URLEncoder.encode(filters, StandardCharsets.UTF_8);
    }
}
