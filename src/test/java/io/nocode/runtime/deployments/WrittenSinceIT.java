package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes is copied before the deployment goes live, and people write until then. */
class WrittenSinceIT {
    private static final Map<String, Object> AGREED = Map.of("allow_data_loss", true);

    private final Desk desk = new Desk();

    @Test
    void whatIsWrittenBetweenTheCopyAndTheSwitchComesBackToo() throws SQLException {
        desk.table("tags", "[{\"name\": \"name\", \"type\": \"string\"}]");
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "note", "type": "text"},
                 {"name": "tags", "type": "relation", "target": "tags", "kind": "many_to_many"}]
                """);
        String extras = desk.table("extras", "[{\"name\": \"name\", \"type\": \"string\", \"unique\": true}]");
        desk.owner
                .patch("studio/schemas/" + extras + "/", "{\"options\": {\"revisions\": true}}")
                .expect(200);
        desk.publish();
        desk.deploy(Map.of());
        String red = desk.row("tags", Map.of("name", "red"));
        String blue = desk.row("tags", Map.of("name", "blue"));
        String changed = desk.row("orders", Map.of("title", "Changed", "note", "Before"));
        String kept = desk.row("orders", Map.of("title", "Kept", "note", "Kept"));
        String gone = desk.row("orders", Map.of("title", "Gone", "note", "Gone"));
        tags("POST", changed, red);
        String extra = desk.row("extras", Map.of("name", "Before"));
        String lost = desk.row("extras", Map.of("name", "Lost"));
        desk.dropField(orders, "note");
        desk.dropField(orders, "tags");
        desk.owner.delete("studio/schemas/" + extras + "/?allow_data_loss=true").expect(204);
        desk.publish();

        String since;
        String deployment;
        String copies;
        try (SwitchHeld held = SwitchHeld.of(desk)) {
            deployment = desk.begin("deploy", AGREED);
            held.await(deployment, StepName.MIGRATE);
            copies = copies();
            desk.prod()
                    .patch(desk.rows("orders") + changed + "/", Map.of("note", "After"))
                    .expect(200);
            desk.prod().delete(desk.rows("orders") + gone + "/").expect(204);
            since = desk.row("orders", Map.of("title", "Since", "note", "New"));
            tags("DELETE", changed, red);
            tags("POST", changed, blue);
            desk.prod()
                    .patch(desk.rows("extras") + extra + "/", Map.of("name", "After"))
                    .expect(200);
            desk.prod().delete(desk.rows("extras") + lost + "/").expect(204);
            desk.row("extras", Map.of("name", "Lost"));
        }
        JsonNode end = desk.end(deployment);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        assertThat(end.at("/steps/5/details/backed_up/orders").asInt()).isEqualTo(3);
        assertThat(copies()).as("nobody had to wait for new ones").isEqualTo(copies);
        desk.rollback(AGREED);

        assertThat(desk.read("orders", changed).path("note").asText()).isEqualTo("After");
        assertThat(desk.read("orders", kept).path("note").asText()).isEqualTo("Kept");
        assertThat(desk.read("orders", since).path("note").asText()).isEqualTo("New");
        assertThat(desk.prod()
                        .get(desk.rows("orders") + changed + "/links/tags/")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("blue");
        assertThat(desk.list("extras").json().findValuesAsText("name")).containsExactly("After", "Lost");
        assertThat(desk.prod()
                        .get(desk.rows("extras") + extra + "/revisions/")
                        .expect(200)
                        .at("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(desk.plan(1).path("drift")).isEmpty();
    }

    @Test
    void aRowThatIsBroughtBackAfterItsPieceWasWrittenHasItsValuesAgain() throws SQLException {
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "amount", "type": "integer", "default": 7},
                 {"name": "note", "type": "text"}]
                """);
        desk.owner
                .patch("studio/schemas/" + orders + "/", "{\"options\": {\"revisions\": true}}")
                .expect(200);
        desk.publish();
        desk.deploy(Map.of());
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into " + desk.pgSchema(connection, "prod")
                    + ".orders (id, created_at, updated_at, version, title, amount, note) select gen_random_uuid(), now(),"
                    + " now(), 1, 'Order', 5, 'Note' from generate_series(1, " + EarlyFields.MANY + ")");
        }
        String row = desk.row("orders", Map.of("title", "Back again", "amount", 12, "note", "Dear"));
        desk.dropField(orders, "amount");
        desk.dropField(orders, "note");
        desk.publish();
        desk.deploy(AGREED);
        desk.prod().delete(desk.rows("orders") + row + "/").expect(204);

        String deployment = desk.begin("rollback", AGREED);
        Wait.until(
                () -> desk.owner
                        .get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .at("steps/1/status")
                        .asText(),
                "succeeded"::equals);
        Wait.until(() -> EarlyValuesIT.hidden(desk), columns -> columns > 0);
        try (SwitchHeld held = SwitchHeld.of(desk)) {
            held.await(deployment, StepName.GO_LIVE);
            assertThat(EarlyValuesIT.hidden(desk)).as("it has not gone live").isPositive();
            desk.prod()
                    .post(desk.rows("orders") + row + "/revisions/1/restore/", Map.of())
                    .expect(200);
        }
        JsonNode end = desk.end(deployment);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        assertThat(List.of(
                        desk.read("orders", row).path("amount").asInt(),
                        desk.read("orders", row).path("note").asText()))
                .isEqualTo(List.of(12, "Dear"));
    }

    /** The tables that hold copies, as PostgreSQL tells them apart. */
    private String copies() throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var found =
                        sql.executeQuery("select string_agg(oid::text, ' ' order by oid) from pg_class where relkind"
                                + " = 'r' and relnamespace = '"
                                + desk.pgSchema(connection, "prod").replace("_prod", "_backup") + "'::regnamespace")) {
            found.next();
            return found.getString(1);
        }
    }

    private void tags(String method, String order, String tag) {
        desk.prod()
                .send(method, desk.rows("orders") + order + "/links/tags/", Map.of("ids", List.of(tag)))
                .expect(200);
    }
}
