package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Events;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentEventsIT {
    private static final List<String> STEPS =
            List.of("validate", "backup", "migrate", "publish_routes", "health_check", "go_live");

    private final Desk desk = new Desk();

    @Test
    void whoFollowsADeploymentHearsEachStepAndTheEnd() {
        desk.table("orders", "[{\"name\": \"title\", \"type\": \"string\"}]");
        desk.publish();
        String deployment = desk.begin("deploy", Map.of());
        List<String> heard = new ArrayList<>();
        try (Events events = desk.owner.follow("runtime/deployment-logs/" + deployment + "/events/")) {
            Events.Event event = events.next();
            while (!event.name().equals("ended")) {
                heard.add(event.name() + " " + event.data().path("name").asText());
                event = events.next();
            }
            assertThat(event.data().path("status").asText()).isEqualTo("succeeded");
        }
        assertThat(heard)
                .containsExactlyElementsOf(STEPS.stream()
                        .flatMap(step -> List.of("step_started " + step, "step_ended " + step).stream())
                        .toList());
        try (Events late = desk.owner.follow("runtime/deployment-logs/" + deployment + "/events/?last_event_id=11")) {
            assertThat(late.next().data().path("name").asText()).isEqualTo("go_live");
            assertThat(late.next().name()).isEqualTo("ended");
        }
        People.newUser()
                .get("runtime/deployment-logs/" + deployment + "/events/")
                .refused(404, "NOT_FOUND");
    }
}
