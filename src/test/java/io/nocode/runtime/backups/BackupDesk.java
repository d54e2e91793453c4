package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.Desk;
import io.nocode.testing.Answer;
import io.nocode.testing.Wait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for backups, restorations and copies of a desk's project, and waits for them. */
final class BackupDesk {
    private final Desk desk;

    BackupDesk(Desk desk) {
        this.desk = desk;
    }

    String path() {
        return "runtime/projects/" + desk.project + "/backups/";
    }

    String copies() {
        return "runtime/projects/" + desk.project + "/row-copies/";
    }

    /** Has a backup made, and tells its id. */
    String make(String environment) {
        String id = desk.owner
                .post(path(), Map.of("environment", environment))
                .expect(202)
                .id();
        ready(id);
        return id;
    }

    void ready(String backup) {
        Wait.until(
                () -> desk.owner
                        .get(path() + backup + "/")
                        .expect(200)
                        .at("status")
                        .asText(),
                "succeeded"::equals);
    }

    JsonNode restore(String backup, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("confirm", true);
        return succeeded(desk.owner.post(path() + backup + "/restore/", request).expect(202));
    }

    JsonNode copy(String request) {
        return succeeded(desk.owner.post(copies(), request).expect(202));
    }

    JsonNode ended(Answer accepted) {
        String job = "runtime/projects/" + desk.project + "/environment-jobs/" + accepted.id() + "/";
        return Wait.until(
                () -> desk.owner.get(job).expect(200).json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
    }

    private JsonNode succeeded(Answer accepted) {
        JsonNode end = ended(accepted);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        return end;
    }
}
