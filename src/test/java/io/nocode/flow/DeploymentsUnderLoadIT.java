package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.Desk;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * People work with rows while their application is deployed again and again ({@code -Dnocode.test.deployments=}, 50): no
 * request fails, and every answer is of the old version or of the new one.
 */
class DeploymentsUnderLoadIT {
    private static final int DEPLOYMENTS = Integer.getInteger("nocode.test.deployments", 50);
    private static final int WORKERS = 3;

    private final Desk desk = new Desk();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestFailsAndNoneSeesAMixture() throws InterruptedException {
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string", "required": true}, {"name": "price", "type": "integer"},
                 {"name": "old", "type": "text"}]
                """);
        desk.publish();
        desk.dropField(orders, "old");
        desk.addField(orders, Map.of("name", "fresh", "type", "integer", "indexed", true, "default", 1));
        desk.table("extras", "[{\"name\": \"name\", \"type\": \"string\"}]");
        desk.publish();
        desk.deploy(Map.of("version", 1));
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(this::work);
        }
        try {
            for (int i = 0; i < DEPLOYMENTS; i++) {
                desk.deploy(Map.of("version", 2 - i % 2, "allow_data_loss", true));
            }
        } finally {
            open.set(false);
            workers.shutdown();
            assertThat(workers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).as("of %d requests", requests.get()).isEmpty();
        assertThat(requests.get()).isGreaterThan(DEPLOYMENTS);
        assertThat(desk.prod().get(desk.rows("orders")).expect(200).at("count").asInt())
                .isEqualTo(created.get());
    }

    private void work() {
        Client prod = desk.prod();
        String rows = desk.rows("orders");
        while (open.get() && failures.size() < 10) {
            try {
                Answer made = prod.post(rows, Map.of("title", "One", "price", 1));
                look("create", made, made.json());
                if (made.status() != 201) {
                    continue;
                }
                created.incrementAndGet();
                String row = rows + made.id() + "/";
                Answer read = prod.get(row);
                look("read", read, read.json());
                Answer changed = prod.patch(row, Map.of("price", 2));
                look("change", changed, changed.json());
                Answer list = prod.get(rows
                        + "?page_size=5&filters={\"price__gte\":1}"
                                .replace("{", "%7B")
                                .replace("}", "%7D")
                                .replace("\"", "%22"));
                for (JsonNode each : list.json().path("results")) {
                    look("list", list, each);
                }
            } catch (RuntimeException | AssertionError failed) {
                failures.add(String.valueOf(failed));
            }
        }
    }

    private void look(String what, Answer answer, JsonNode row) {
        requests.incrementAndGet();
        boolean whole = row.has("old") != row.has("fresh");
        if (!List.of(200, 201).contains(answer.status()) || !whole) {
            failures.add(what + " " + answer.status() + " " + row);
        }
    }
}
