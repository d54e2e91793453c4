package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptRowsIT {
    private static final Map<String, Object> AGREED = Map.of("allow_data_loss", true);

    private final Desk desk = new Desk();

    @Test
    void whatATableKeepsIsDeployedGoesOnlyWithConsentAndComesBackWithIt() {
        String orders = desk.table("orders", "[{\"name\": \"title\", \"type\": \"string\", \"unique\": true}]");
        String schema = "studio/schemas/" + orders + "/";
        desk.owner
                .patch(schema, "{\"options\": {\"soft_delete\": true, \"revisions\": true}}")
                .expect(200);
        desk.publish();
        desk.deploy(Map.of());
        String kept = desk.row("orders", Map.of("title", "Kept"));
        String gone = desk.row("orders", Map.of("title", "Gone"));
        desk.prod().delete(desk.rows("orders") + gone + "/").expect(204);
        assertThat(deleted()).isEqualTo(1);
        assertThat(desk.prod()
                        .get(desk.rows("orders") + gone + "/revisions/")
                        .at("count")
                        .asInt())
                .isEqualTo(2);

        desk.owner.delete(schema + "?allow_data_loss=true").expect(204);
        desk.publish();
        desk.deploy(AGREED);
        desk.rollback(Map.of());
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(1);
        assertThat(deleted()).isEqualTo(1);
        desk.prod().post(desk.rows("orders"), Map.of("title", "Kept")).refused(409, "NOT_UNIQUE");
        desk.prod().post(desk.rows("orders") + gone + "/restore/").expect(200);
        assertThat(desk.read("orders", kept).path("title").asText()).isEqualTo("Kept");
        assertThat(revisions(gone)).as("its history came back, and went on").containsExactly(3, 2, 1);
    }

    @Test
    void whatIsKeptNoLongerGoesWithConsent() {
        String orders = desk.table("orders", "[{\"name\": \"title\", \"type\": \"string\"}]");
        String schema = "studio/schemas/" + orders + "/";
        desk.owner
                .patch(schema, "{\"options\": {\"soft_delete\": true, \"revisions\": true}}")
                .expect(200);
        desk.publish();
        desk.deploy(Map.of());
        String kept = desk.row("orders", Map.of("title", "Kept"));
        String gone = desk.row("orders", Map.of("title", "Gone"));
        desk.prod().delete(desk.rows("orders") + gone + "/").expect(204);
        desk.owner
                .patch(
                        schema,
                        "{\"options\": {\"soft_delete\": false, \"revisions\": false}, \"allow_data_loss\": true}")
                .expect(200);
        desk.publish();
        desk.owner.post("runtime/apps/" + desk.app() + "/deploy/", Map.of()).refused(409, "DATA_LOSS");
        assertThat(deleted()).isEqualTo(1);
        desk.deploy(AGREED);
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(1);
        desk.prod().get(desk.rows("orders") + "deleted/").refused(404, "NOT_FOUND");
        desk.rollback(Map.of());
        assertThat(desk.list("orders").at("count").asInt()).isEqualTo(1);
        assertThat(deleted()).isZero();
        assertThat(revisions(kept)).as("the history of what stayed").containsExactly(1);
        desk.prod()
                .patch(desk.rows("orders") + kept + "/", Map.of("title", "Later"))
                .expect(200);
        assertThat(revisions(kept)).containsExactly(2, 1);
    }

    private List<Integer> revisions(String row) {
        List<Integer> numbers = new ArrayList<>();
        desk.prod()
                .get(desk.rows("orders") + row + "/revisions/")
                .expect(200)
                .json()
                .path("results")
                .forEach(revision -> numbers.add(revision.path("number").asInt()));
        return numbers;
    }

    private int deleted() {
        return desk.prod()
                .get(desk.rows("orders") + "deleted/")
                .expect(200)
                .at("count")
                .asInt();
    }
}
