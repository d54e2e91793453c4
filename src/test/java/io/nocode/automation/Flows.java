package io.nocode.automation;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Workflows of a test's own. */
public final class Flows {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "timed_out");

    private Flows() {}

    /** An owner with an organisation, and a project with a table {@code orders}. */
    public record Shop(Client owner, String organization, String project) {
        public static Shop open() {
            Client owner = People.newUser();
            String organization = People.newOrganization(owner);
            String project = People.newProject(owner, organization);
            owner.post("studio/schemas/", """
                            {"project": "%s", "table_name": "orders", "display_name": "Orders", "fields_config": [
                                {"name": "title", "type": "string", "required": true},
                                {"name": "amount", "type": "decimal", "precision": 12, "scale": 2}]}
                            """.formatted(project)).expect(201);
            return new Shop(owner, organization, project);
        }

        /** A workflow with this graph; its path. */
        public String workflow(String trigger, String graph) {
            return workflow("\"trigger_type\": \"manual\", " + trigger, "{}", graph);
        }

        private String workflow(String trigger, String settings, String graph) {
            String body =
                    "{\"name\": \"W\", \"project\": \"%s\", %s \"settings\": %s}".formatted(project, trigger, settings);
            String path = "automation/workflows/"
                    + owner.post("automation/workflows/", body).expect(201).id() + "/";
            owner.put(path + "graph/", graph).expect(200);
            return path;
        }

        /** An active one that is begun by hand. */
        public String active(String graph) {
            return active("{}", graph);
        }

        public String active(String settings, String graph) {
            String path = workflow("\"trigger_type\": \"manual\",", settings, graph);
            owner.post(path + "activate/").expect(200);
            return path;
        }

        /** An active one that something else begins. */
        public String triggered(String type, String config, String graph) {
            String path =
                    workflow("\"trigger_type\": \"%s\", \"trigger_config\": %s,".formatted(type, config), "{}", graph);
            owner.post(path + "activate/").expect(200);
            return path;
        }

        /** The titles of the orders. */
        public List<String> orders() {
            return owner.get("runtime/projects/" + project + "/tables/orders/?page_size=100&sort_by=title")
                    .expect(200)
                    .json()
                    .path("results")
                    .findValuesAsText("title");
        }
    }

    /** A graph: {@code nodes} and {@code edges} as JSON lists without their brackets. */
    public static String graph(String nodes, String edges) {
        return "{\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}";
    }

    public static String node(String name, String type, String config) {
        return Json.text(Map.of("id", name, "name", name, "node_type", type, "config", Json.parse(config)));
    }

    public static String edge(String source, String target, String kind) {
        return Json.text(Map.of("source_node", source, "target_node", target, "kind", kind));
    }

    /** The execution once it has ended. */
    public static JsonNode ended(Client client, String id) {
        return Wait.until(
                () -> client.get("automation/executions/" + id + "/")
                        .expect(200)
                        .json(),
                execution -> FINAL.contains(execution.path("status").asText()));
    }

    /** Accepts an execution; its id. */
    public static String start(Client client, String workflow, String input) {
        Answer accepted = client.post(workflow + "execute/", "{\"input_data\": " + input + "}")
                .expect(202);
        return accepted.at("execution_id").asText();
    }

    /** {@code name:status} of every step, in order of the names. */
    public static List<String> steps(JsonNode execution) {
        return execution.path("execution_details").findParents("node_name").stream()
                .map(step -> step.path("node_name").asText() + ":"
                        + step.path("status").asText())
                .sorted()
                .toList();
    }
}
