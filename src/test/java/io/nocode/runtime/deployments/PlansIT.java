package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.TestInstallation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlansIT {
    private static final String FIELDS = """
            [{"name": "title", "type": "string", "required": true}, {"name": "note", "type": "text"}]
            """;

    private final Desk desk = new Desk();
    private final String orders = desk.table("orders", FIELDS);

    @Test
    void aPlanNamesEveryChangeWithItsLockItsCostAndItsEffect() {
        desk.publish();
        assertThat(desk.plan().path("steps").findValuesAsText("action")).contains("create_table");
        desk.deploy(Map.of());
        desk.row("orders", Map.of("title", "One", "note", "precious"));
        desk.row("orders", Map.of("title", "Two"));
        desk.dropField(orders, "note");
        desk.addField(orders, Map.of("name", "amount", "type", "integer"));
        desk.owner
                .post(
                        "studio/pages/",
                        Map.of("project", desk.project, "name", "Home", "route", "/home", "title", "Home"))
                .expect(201);
        desk.publish();

        JsonNode plan = desk.plan();

        JsonNode gone = step(plan, "drop_column");
        assertThat(gone.path("effect").asText()).isEqualTo("destructive");
        assertThat(gone.path("lock").asText()).isEqualTo("ACCESS EXCLUSIVE");
        assertThat(gone.path("rows").asInt()).isEqualTo(2);
        assertThat(gone.path("table").asText()).isEqualTo("orders");
        assertThat(gone.path("name").asText()).isEqualTo("note");
        assertThat(step(plan, "add_column").path("name").asText()).isEqualTo("amount");
        assertThat(step(plan, "add_column").path("effect").asText()).isEqualTo("safe");
        assertThat(step(plan, "add_page").path("name").asText()).isEqualTo("Home");
        assertThat(plan.at("/data_loss/0/count").asInt()).isEqualTo(1);
        assertThat(plan.path("drift")).isEmpty();
        JsonNode done = desk.deploy(Map.of("allow_data_loss", true));
        assertThat(done.at("/steps/2/details/changes"))
                .as("the job applies what the plan has shown")
                .isEqualTo(plan.path("steps"));
        assertThat(desk.plan().path("steps"))
                .as("what was applied is not to be applied again")
                .isEmpty();
        desk.deploy(Map.of("force_redeploy", true));
        assertThat(desk.plan().path("steps")).isEmpty();
    }

    @Test
    void whatWasChangedByHandIsNamedAndNotOverwritten() throws SQLException {
        desk.publish();
        desk.deploy(Map.of());
        byHand("create index by_hand on %s.orders (title)");
        byHand("alter table %s.orders add column amount text");

        JsonNode drift = desk.plan().path("drift");
        assertThat(drift.findValuesAsText("name")).containsExactly("amount", "by_hand");
        assertThat(drift.get(0).path("found").asText()).isEqualTo("text");

        desk.addField(orders, Map.of("name", "amount", "type", "integer"));
        desk.publish();
        desk.owner.post("runtime/apps/" + desk.app() + "/deploy/", Map.of()).refused(409, "DRIFT");
        byHand("alter table %s.orders drop column amount");
        desk.deploy(Map.of());
        assertThat(desk.plan().path("drift").findValuesAsText("name"))
                .as("an index in nobody's way stays, and is still told")
                .containsExactly("by_hand");
        byHand("drop index %s.by_hand");
        assertThat(desk.plan().path("drift")).isEmpty();
    }

    @Test
    void whatWasTakenAwayByHandIsNotBuiltUpon() throws SQLException {
        desk.publish();
        desk.deploy(Map.of());
        byHand("alter table %s.orders drop column note");
        desk.addField(orders, Map.of("name", "amount", "type", "integer"));
        desk.publish();
        assertThat(desk.plan().at("/drift/0/expected").asText()).isEqualTo("text");
        desk.owner.post("runtime/apps/" + desk.app() + "/deploy/", Map.of()).refused(409, "DRIFT");
    }

    @Test
    void aVersionThatCannotBeIsNamed() {
        desk.publish();
        for (int version : new int[] {0, -1, 2}) {
            desk.owner
                    .get("runtime/apps/" + desk.app() + "/plan/?version=" + version)
                    .refused(400, "INVALID")
                    .blaming("version");
        }
    }

    private void byHand(String statement) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            String schema = desk.pgSchema(connection, "prod");
            sql.execute(statement.formatted(schema, schema));
        }
    }

    private static JsonNode step(JsonNode plan, String action) {
        for (JsonNode step : plan.path("steps")) {
            if (step.path("action").asText().equals(action)) {
                return step;
            }
        }
        throw new AssertionError(action + " is not in " + plan.toPrettyString());
    }
}
