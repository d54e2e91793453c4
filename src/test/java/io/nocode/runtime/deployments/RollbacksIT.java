package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollbacksIT {
    private static final Map<String, Object> AGREED = Map.of("allow_data_loss", true);

    private final Desk desk = new Desk();

    @Test
    void aDroppedFieldComesBackWithTheValuesOfRowsThatStillExist() {
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "code", "type": "string", "required": true, "unique": true},
                 {"name": "amount", "type": "decimal"}]
                """);
        desk.publish();
        desk.deploy(Map.of());
        String kept = desk.row("orders", Map.of("title", "Kept", "code", "A", "amount", 12.5));
        String gone = desk.row("orders", Map.of("title", "Gone", "code", "B"));
        desk.dropField(orders, "code");
        desk.dropField(orders, "amount");
        desk.publish();
        desk.deploy(AGREED);
        desk.prod()
                .patch(desk.rows("orders") + kept + "/", Map.of("title", "Changed since"))
                .expect(200);
        desk.prod().delete(desk.rows("orders") + gone + "/").expect(204);

        assertThat(desk.plan(1).path("restores").findValuesAsText("field")).containsExactlyInAnyOrder("code", "amount");
        JsonNode back = desk.rollback(Map.of());

        JsonNode row = desk.read("orders", kept);
        assertThat(row.path("title").asText()).isEqualTo("Changed since");
        assertThat(row.path("code").asText()).isEqualTo("A");
        assertThat(row.path("amount").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(1);
        assertThat(back.at("/steps/5/details/restored").findValuesAsText("left_in_backup"))
                .contains("1");
        desk.prod().post(desk.rows("orders"), Map.of("title", "No code")).refused(400, "INVALID");
    }

    @Test
    void aRowWrittenSinceThatCannotFollowIsNamedAndNothingChanges() {
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "code", "type": "string", "required": true}]
                """);
        desk.publish();
        desk.deploy(Map.of());
        desk.row("orders", Map.of("title", "Old", "code", "A"));
        desk.dropField(orders, "code");
        desk.publish();
        desk.deploy(AGREED);
        String since = desk.row("orders", Map.of("title", "Written since"));
        JsonNode failed = desk.end(desk.begin("rollback", AGREED));
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error_code").asText()).isEqualTo("DATA_DOES_NOT_FIT");
        assertThat(failed.path("error").asText()).contains(since);
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(2);
    }

    @Test
    void droppedTablesComeBackWithTheirRowsAndWhatLeadsBetweenThem() {
        desk.table("clients", "[{\"name\": \"name\", \"type\": \"string\"}]");
        String orders = desk.table("orders", """
                [{"name": "number", "type": "autonumber"}, {"name": "title", "type": "string"},
                 {"name": "client", "type": "relation", "target": "clients", "on_delete": "set_null"},
                 {"name": "after", "type": "relation", "target": "orders", "on_delete": "set_null"},
                 {"name": "others", "type": "relation", "target": "clients", "kind": "many_to_many"}]
                """);
        desk.publish();
        desk.deploy(Map.of());
        String here = desk.row("clients", Map.of("name", "Here"));
        String leaves = desk.row("clients", Map.of("name", "Leaves"));
        String first = desk.row("orders", Map.of("title", "First", "client", here));
        String second = desk.row("orders", Map.of("title", "Second", "client", leaves, "after", first));
        desk.owner.delete("studio/schemas/" + orders + "/?allow_data_loss=true").expect(204);
        desk.publish();
        desk.deploy(AGREED);
        desk.prod().get(desk.rows("orders")).refused(404, "NOT_FOUND");
        desk.prod().delete(desk.rows("clients") + leaves + "/").expect(204);

        desk.rollback(Map.of());

        assertThat(desk.list("orders").json().path("results").findValuesAsText("title"))
                .containsExactly("First", "Second");
        assertThat(desk.read("orders", first).path("client").asText()).isEqualTo(here);
        assertThat(desk.read("orders", second).path("client").isNull()).isTrue();
        assertThat(desk.read("orders", second).path("after").asText()).isEqualTo(first);
        String third = desk.row("orders", Map.of("title", "Third"));
        assertThat(desk.read("orders", third).path("number").asInt()).isGreaterThan(2);
    }

    @Test
    void forwardsAgainBringsBackWhatTheWayBackTookAway() {
        String orders = desk.table("orders", "[{\"name\": \"title\", \"type\": \"string\"}]");
        desk.publish();
        desk.deploy(Map.of());
        desk.addField(orders, Map.of("name", "amount", "type", "integer"));
        desk.publish();
        desk.deploy(Map.of());
        String row = desk.row("orders", Map.of("title", "One", "amount", 7));
        desk.rollback(AGREED);
        assertThat(desk.read("orders", row).has("amount")).isFalse();
        String since = desk.row("orders", Map.of("title", "Since"));
        desk.deploy(Map.of());
        assertThat(desk.read("orders", row).path("amount").asInt()).isEqualTo(7);
        assertThat(desk.read("orders", since).path("amount").isNull()).isTrue();
        assertThat(List.of(1, 2)).contains(desk.plan().path("from_version").asInt());
    }
}
