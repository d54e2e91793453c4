package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Values of so many rows come back that they come before the switch. */
class EarlyValuesIT {
    private static final Map<String, Object> AGREED = Map.of("allow_data_loss", true);

    private final Desk desk = new Desk();
    private final String orders = desk.table("orders", """
            [{"name": "title", "type": "string"}, {"name": "code", "type": "string", "required": true, "unique": true},
             {"name": "amount", "type": "integer", "default": 7, "min_value": 0},
             {"name": "tags", "type": "json"}]
            """);

    @Test
    void manyValuesComeBackBesideThoseWhoWork() throws SQLException {
        desk.owner
                .patch("studio/schemas/" + orders + "/", "{\"options\": {\"revisions\": true}}")
                .expect(200);
        gone("amount", "tags");
        String row = desk.prod()
                .get(desk.rows("orders") + "?sort_by=title&page_size=1")
                .expect(200)
                .json()
                .at("/results/0/id")
                .asText();
        AtomicBoolean open = new AtomicBoolean(true);
        List<String> seen = new ArrayList<>();
        CompletableFuture<Integer> others = CompletableFuture.supplyAsync(() -> work(row, open, seen));
        JsonNode back = desk.rollback(AGREED);
        open.set(false);
        int changes = others.join();

        assertThat(seen)
                .as("answers that were neither of the old version nor of the new one")
                .isEmpty();
        assertThat(back.at("/steps/2/details/restored_early").findValuesAsText("field"))
                .containsExactlyInAnyOrder("amount", "tags");
        assertThat(back.at("/steps/5/details/restored/0/restored").asInt()).isEqualTo(EarlyFields.MANY);
        assertThat(sum()).isEqualTo((long) EarlyFields.MANY * (EarlyFields.MANY - 1) / 2 + 7L * written());
        assertThat(desk.read("orders", row).path("tags").path("n").asInt())
                .isEqualTo(desk.read("orders", row).path("amount").asInt());
        assertThat(desk.read("orders", row).path("title").asText()).isEqualTo("Changed " + changes);
        assertThat(desk.prod()
                        .get(desk.rows("orders") + row + "/revisions/")
                        .expect(200)
                        .at("count")
                        .asInt())
                .as("what comes back is nobody's change")
                .isEqualTo(changes + 1);
        assertThat(hidden()).isZero();
        assertThat(desk.plan(1).path("drift")).isEmpty();
        assertThat(desk.plan(1).path("steps")).isEmpty();
    }

    @Test
    void whatCameEarlyGoesWhereTheDeploymentFails() throws SQLException {
        gone("code");
        String since = desk.row("orders", Map.of("title", "Written since"));
        JsonNode failed = desk.end(desk.begin("rollback", AGREED));
        assertThat(failed.path("error_code").asText()).isEqualTo("DATA_DOES_NOT_FIT");
        assertThat(failed.path("error").asText()).contains(since);
        Wait.until(this::hidden, none -> none == 0);
        assertThat(desk.plan(2).path("drift")).isEmpty();

        desk.prod().delete(desk.rows("orders") + since + "/").expect(204);
        desk.rollback(AGREED);
        assertThat(desk.list("orders").json().at("/results/0/code").asText()).startsWith("code");
        desk.prod().post(desk.rows("orders"), Map.of("title", "No code")).refused(400, "INVALID");
        desk.prod()
                .post(desk.rows("orders"), Map.of("title", "Same", "code", "code 3"))
                .refused(409, "NOT_UNIQUE");
    }

    /** Deploys a version with many rows, and one without the fields. */
    private void gone(String... fields) {
        desk.publish();
        desk.deploy(Map.of());
        manyRows();
        for (String field : fields) {
            desk.owner
                    .delete("studio/schemas/" + orders + "/fields/" + desk.field(orders, field)
                            + "/?allow_data_loss=true")
                    .expect(204);
        }
        desk.publish();
        desk.deploy(AGREED);
    }

    private void manyRows() {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into " + desk.pgSchema(connection, "prod")
                    + ".orders (id, created_at, updated_at, version, title, code, amount, tags) select gen_random_uuid(),"
                    + " now(), now(), 1, 'Order', 'code ' || n, n, jsonb_build_object('n', n) from generate_series(0, "
                    + (EarlyFields.MANY - 1) + ") n");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes one row and writes others without pause; tells how often it changed the row. */
    private int work(String row, AtomicBoolean open, List<String> seen) {
        Client prod = desk.prod();
        int changes = 0;
        while (open.get()) {
            Answer changed = prod.patch(desk.rows("orders") + row + "/", Map.of("title", "Changed " + ++changes));
            look(changed, 200, seen);
            look(prod.post(desk.rows("orders"), Map.of("title", "New", "code", "new " + changes)), 201, seen);
        }
        return changes;
    }

    private static void look(Answer answer, int status, List<String> seen) {
        boolean whole = answer.json().has("amount") == answer.json().has("tags");
        if (answer.status() != status || !whole || answer.json().toString().contains("\"_")) {
            seen.add(answer.status() + " " + answer.json());
        }
    }

    private long sum() {
        return desk.prod()
                .get(desk.rows("orders") + "aggregate/?measures=sum:amount")
                .expect(200)
                .json()
                .at("/results/0/sum:amount")
                .asLong();
    }

    private long written() {
        return desk.list("orders").at("count").asLong() - EarlyFields.MANY;
    }

    private int hidden() {
        return hidden(desk);
    }

    /** How many columns stand there that the live version does not know. */
    static int hidden(Desk desk) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var columns = sql.executeQuery("select count(*) from information_schema.columns where table_schema = '"
                        + desk.pgSchema(connection, "prod")
                        + "' and table_name = 'orders' and column_name like '\\_%'")) {
            columns.next();
            return columns.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
