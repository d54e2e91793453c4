package io.nocode.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Security case S2: no body of studio may hold what is no honest JSON, in any property that the OpenAPI document names;
 * what is refused has stored nothing.
 */
class HostileJsonIT {
    static final List<String> VALUES = List.of(
            "NaN",
            "-Infinity",
            "1e999",
            "-1e999",
            "1" + "0".repeat(2000),
            "01",
            "\"a\\u0000b\"",
            "\"a\\ud800b\"",
            "{\"a\": 1, \"a\": 2}",
            "{\"\\u0000\": 1}",
            "[".repeat(70) + "]".repeat(70),
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

    @Test
    void noBodyOfStudioTakesWhatIsNoHonestJson() {
        World world = World.whole();
        Client owner = world.callers.get("owner");
        Map<Door, List<String>> all = new LinkedHashMap<>();
        Map<Door, String> paths = new HashMap<>();
        for (Door door : Door.all()) {
            if (door.template().startsWith("/api/v1/studio/") && door.body() != null) {
                // Filling one in may make something that it is about.
                paths.put(door, world.path(door.template()) + world.filled(door.query()));
                all.put(door, bodies(world, door));
            }
        }
        String before = state(world, owner);
        List<String> faults = new ArrayList<>();
        all.forEach((door, bodies) -> {
            for (String body : bodies) {
                Answer answer = owner.send(door.method(), paths.get(door), body);
                if (answer.status() != 400 && answer.status() != 413
                        || answer.text().length() > 20_000) {
                    faults.add("%s with %.200s answered %d %.500s"
                            .formatted(door.name(), body, answer.status(), answer.text()));
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(state(world, owner)).isEqualTo(before);
    }

    private static List<String> bodies(World world, Door door) {
        List<String> bodies = new ArrayList<>(List.of("null", "1", "[]", "[".repeat(10_000), "{", "{} x"));
        bodies.add(keys(20_000));
        bodies.add("{\"a\":".repeat(10_000));
        Bodies.properties(door).forEach((name, schema) -> {
            ObjectNode rest = (ObjectNode) Json.parse(world.filled(door.body()));
            rest.remove(name);
            String others = rest.isEmpty()
                    ? ""
                    : ", " + rest.toString().substring(1, rest.toString().length() - 1);
            bodies.add("{\"%s\": null, \"%s\": null%s}".formatted(name, name, others));
            for (String value : VALUES) {
                bodies.add("{\"%s\": %s%s}".formatted(name, value, others));
                if (Bodies.isContainer(schema)) {
                    bodies.add("{\"%s\": {\"x\": %s}%s}".formatted(name, value, others));
                    bodies.add("{\"%s\": [%s]%s}".formatted(name, value, others));
                }
            }
        });
        return bodies;
    }

    @Test
    void aMillionKeysAreTooMuch() {
        World world = World.ofPeople();
        Answer answer = world.callers.get("owner").post("studio/projects/", keys(1_000_000));
        assertThat(answer.status()).isIn(400, 413);
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String state(World world, Client owner) {
        return List.of(
                        "studio/editor/state/?project_id=$project",
                        "studio/projects/?organization_id=$organization",
                        "studio/schemas/?project=$project&page_size=100",
                        "studio/editor/history/?project_id=$project")
                .stream()
                .map(path -> owner.get(world.filled(path)).expect(200).text())
                .collect(Collectors.joining("\n"));
    }
}
