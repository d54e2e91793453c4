package io.nocode.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Security cases S5 and S6: every operation of the OpenAPI document is tried by everybody, and lets in whom the role
 * table of the conventions lets in ({@code doors.txt}), nobody else; outsiders read nothing of what is inside.
 */
class EveryDoorIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> REFUSALS = Set.of("401", "403", "404");

    private static World world;

    @BeforeAll
    static void aWorld() {
        world = World.whole();
    }

    @Test
    void everyOperationIsInTheTableAndNothingElse() throws IOException {
        Set<String> documented = new TreeSet<>();
        try (InputStream stream = EveryDoorIT.class.getResourceAsStream("/openapi/openapi.json")) {
            JsonNode document = Json.mapper().readTree(stream);
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                        }
                    }));
        }
        Set<String> listed = new TreeSet<>(Door.all().stream().map(Door::name).toList());
        Set<String> forgotten = new TreeSet<>(documented);
        forgotten.removeAll(listed);
        listed.removeAll(documented);
        assertThat(forgotten)
                .as("operations without a line in src/test/resources/doors/doors.txt")
                .isEmpty();
        assertThat(listed).as("lines of operations that are no more").isEmpty();
    }

    @Test
    void everyDoorLetsInWhomTheRoleTableLetsInAndNobodyElse() {
        List<String> faults = new ArrayList<>();
        for (Door door : Door.all()) {
            if (!door.is("skip")) {
                World here = door.is("fresh") ? World.ofPeople() : world;
                here.callers.forEach((who, caller) -> {
                    Answer answer = send(here, door, caller);
                    String fault = fault(door, who, answer);
                    if (fault != null) {
                        faults.add(door.name() + " as " + who + ": " + fault + ", answered " + answer.status() + " "
                                + answer.text());
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Answer send(World world, Door door, Client caller) {
        String path = world.path(door.template()) + world.filled(door.query());
        boolean changes = !door.method().equals("GET") && !door.method().equals("POST");
        Client careful = changes ? caller.with("If-Match", "\"never\"") : caller;
        Answer[] answer = new Answer[1];
        assertThatCode(() -> answer[0] = careful.send(door.method(), path, world.filled(door.body())))
                .as(door.name())
                .doesNotThrowAnyException();
        return answer[0];
    }

    /** What is wrong with an answer; null where nothing is. */
    private static String fault(Door door, String who, Answer answer) {
        String code = answer.text().startsWith("{") ? answer.json().path("code").asText() : "";
        boolean outside = who.equals("anonymous") || who.equals("client");
        if (outside && !door.is("in-development") && answer.text().contains(World.CANARY)) {
            return "tells an outsider what is inside";
        }
        if (answer.status() >= 500) {
            return "fails";
        }
        if (door.is("anyone")) {
            return code.equals("UNAUTHENTICATED") ? "asks for a token" : null;
        }
        if (who.equals("anonymous") || door.is("end-user")) {
            return code.equals("UNAUTHENTICATED") && answer.status() == 401 ? null : "lets in who is not signed in";
        }
        if (door.is("nobody")) {
            boolean low = door.isBelow(who) && answer.status() == 403;
            return answer.status() == 404 || low ? null : "should be 404";
        }
        if (who.equals("key")) {
            boolean open = !door.is("person") && door.isOpenTo("member");
            return open == isLetIn(answer) ? null : open ? "should let in" : "should refuse";
        }
        if (door.isOpenTo(who)) {
            return isLetIn(answer) ? null : "should let in";
        }
        boolean superusers = door.is("superuser");
        int refusal = door.isHidden() || (who.equals("client") && !superusers) ? 404 : 403;
        return answer.status() == refusal ? null : "should be " + refusal;
    }

    private static boolean isLetIn(Answer answer) {
        return !REFUSALS.contains(String.valueOf(answer.status()));
    }
}
