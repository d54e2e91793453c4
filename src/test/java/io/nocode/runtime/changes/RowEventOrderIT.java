package io.nocode.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many write the same rows at once, and everybody who listens hears of it in an order that could have been. */
class RowEventOrderIT {
    private static final int ROWS = 6;
    private static final int EACH_HAS = 100;
    private static final int WRITERS = 4;
    private static final int TRANSFERS = 100;

    private final Client owner = People.newUser();
    private final String project = People.newProject(owner, People.newOrganization(owner));
    private final String rows = "runtime/projects/" + project + "/tables/accounts/";
    private final String table = owner.post(
                    "studio/schemas/",
                    Map.of(
                            "project",
                            project,
                            "table_name",
                            "accounts",
                            "display_name",
                            "Accounts",
                            "fields_config",
                            List.of(Map.of("name", "n", "type", "integer"))))
            .expect(201)
            .at("table_name_full")
            .asText();

    @Test
    void eachRowIsToldInItsOrderAndNoTransactionIsTornApartByAMoment() throws Exception {
        List<Events> listeners = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Events heard = owner.follow(rows + "events/");
            heard.next("ready");
            listeners.add(heard);
        }
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            ids.add(UUID.fromString(
                    owner.post(rows, Map.of("n", EACH_HAS)).expect(201).id()));
        }
        ids.sort(Comparator.comparing(UUID::toString));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(i);
            writing.add(writers.submit(() -> transfer(ids, random)));
        }
        for (Future<?> each : writing) {
            each.get();
        }
        writers.shutdown();
        String end = owner.post(rows, Map.of("n", 0)).expect(201).id();
        Map<String, Integer> stored = stored(end);
        for (Events heard : listeners) {
            assertThat(hear(heard, end)).isEqualTo(stored);
            heard.close();
        }
    }

    /** What somebody knows who has listened: the version of each row. */
    private static Map<String, Integer> hear(Events heard, String end) {
        Map<String, Integer> versions = new HashMap<>();
        Map<String, Integer> has = new HashMap<>();
        String moment = "";
        while (true) {
            Events.Event event = heard.next("change");
            JsonNode data = event.data();
            String until = event.id().substring(0, event.id().lastIndexOf('.'));
            if (!until.equals(moment) && has.size() == ROWS) {
                assertThat(has.values().stream().mapToInt(n -> n).sum())
                        .as("in all at " + moment)
                        .isEqualTo(ROWS * EACH_HAS);
            }
            moment = until;
            String id = data.path("id").asText();
            if (id.equals(end)) {
                return versions;
            }
            int version = data.at("/row/version").intValue();
            assertThat(version).as("the version after").isEqualTo(versions.getOrDefault(id, 0) + 1);
            versions.put(id, version);
            has.put(id, data.at("/row/n").intValue());
        }
    }

    private Void transfer(List<UUID> ids, Random random) throws SQLException {
        try (Connection database = TestInstallation.database()) {
            database.setAutoCommit(false);
            for (int i = 0; i < TRANSFERS; i++) {
                int first = random.nextInt(ROWS - 1);
                int second = first + 1 + random.nextInt(ROWS - first - 1);
                int amount = random.nextInt(21) - 10;
                add(database, ids.get(first), amount);
                add(database, ids.get(second), -amount);
                if (random.nextInt(5) == 0) {
                    database.rollback();
                } else {
                    database.commit();
                }
            }
        }
        return null;
    }

    private void add(Connection database, UUID id, int amount) throws SQLException {
        try (var statement =
                database.prepareStatement("update " + table + " set n = n + ?, version = version + 1 where id = ?")) {
            statement.setInt(1, amount);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    private Map<String, Integer> stored(String end) throws SQLException {
        Map<String, Integer> versions = new HashMap<>();
        try (Connection database = TestInstallation.database();
                var results = database.createStatement().executeQuery("select id, version from " + table)) {
            while (results.next()) {
                versions.put(results.getString(1), results.getInt(2));
            }
        }
        versions.remove(end);
        return versions;
    }
}
