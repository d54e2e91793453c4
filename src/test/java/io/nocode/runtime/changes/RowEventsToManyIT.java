package io.nocode.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.People;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowEventsToManyIT {
    private static final int SILENT = 90;

    private final Client owner = People.newUser();
    private final String project = People.newProject(owner, People.newOrganization(owner));
    private final String rows = "runtime/projects/" + project + "/tables/things/";

    @Test
    void whoeverStopsReadingAtTheSameTimeHoldsNobodyElseUp() throws IOException {
        owner.post(
                        "studio/schemas/",
                        Map.of(
                                "project",
                                project,
                                "table_name",
                                "things",
                                "display_name",
                                "Things",
                                "fields_config",
                                List.of(Map.of("name", "title", "type", "text"))))
                .expect(201);
        List<Socket> silent = new ArrayList<>();
        try (Events heard = owner.follow(rows + "events/")) {
            heard.next("ready");
            for (int i = 0; i < SILENT; i++) {
                silent.add(owner.followSilently(rows + "events/"));
            }
            for (Socket each : silent) {
                assertThat(new String(each.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                        .isEqualTo("HTTP/1.1 200");
            }
            String text = "x".repeat(10_000);
            for (int i = 0; i < 10; i++) {
                owner.post(
                                rows + "bulk/",
                                Map.of(
                                        "operation",
                                        "create",
                                        "records",
                                        IntStream.range(0, 50)
                                                .mapToObj(n -> Map.of("title", text))
                                                .toList()))
                        .expect(200);
                Instant written = Instant.now();
                heard.next("change", 50);
                assertThat(Duration.between(written, Instant.now()))
                        .as("heard after it was written, bulk " + i)
                        .isLessThan(Duration.ofSeconds(5));
            }
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }
}
