package io.nocode.doors;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Client;
import io.nocode.testing.Form;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An organisation with one of everything in it, and people of every role. */
final class World {
    /** In the name of all that is in here: nobody from outside may ever read it. */
    static final String CANARY = "Canary";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern WORD = Pattern.compile("\\$([a-z_]+)");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** By who they are: anonymous, client (without a part in it), viewer, member, admin, owner, key (a MEMBER). */
    final Map<String, Client> callers = new LinkedHashMap<>();

    /** Ids by the path, with {@code *} for parameters, that they follow. */
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, String> words = new HashMap<>();
    private final Client owner = People.newUser();

    /** With people only. */
    static World ofPeople() {
        World world = new World();
        world.people();
        return world;
    }

    /** With one of everything. */
    static World whole() {
        World world = ofPeople();
        world.billing();
        world.studio();
        world.automation();
        world.runtime();
        world.insights();
        return world;
    }

    /** The path with the world's ids in place of its parameters, and one that is nothing's where it has none. */
    String path(String template) {
        Matcher parameter = PARAMETER.matcher(template);
        StringBuilder path = new StringBuilder();
        while (parameter.find()) {
            String before = template.substring("/api/v1/".length(), parameter.start() - 1)
                    .replaceAll("\\{[^}]+}", "*");
            parameter.appendReplacement(
                    path, ids.getOrDefault(before, Ids.next().toString()));
        }
        return parameter.appendTail(path).toString();
    }

    /** The id that the world has for one of the path's parameters, counted from 0; null where it has none. */
    String id(String template, int which) {
        Matcher parameter = PARAMETER.matcher(template);
        for (int i = 0; parameter.find(); i++) {
            if (i == which) {
                return ids.get(template.substring("/api/v1/".length(), parameter.start() - 1)
                        .replaceAll("\\{[^}]+}", "*"));
            }
        }
        return null;
    }

    /** The path with the world's ids, but for one parameter, counted from 0. */
    String path(String template, int which, String id) {
        Matcher parameter = PARAMETER.matcher(template);
        for (int i = 0; parameter.find(); i++) {
            if (i == which) {
                String before = template.substring(0, parameter.start());
                // Parameters before this one are the world's own, and so are those after it.
                String own = path(template);
                int from = path(before).length();
                String rest = own.substring(from);
                int end = rest.indexOf('/');
                return own.substring(0, from) + id + (end < 0 ? "" : rest.substring(end));
            }
        }
        throw new IllegalArgumentException(template);
    }

    /** The text with the world's words in place of {@code $words}. */
    String filled(String text) {
        return text == null ? null : WORD.matcher(text).replaceAll(word -> word(word.group(1)));
    }

    private String word(String name) {
        return switch (name) {
            case "n" -> String.valueOf(NUMBER.incrementAndGet());
            case "email" -> People.newEmail();
            case "new_component" -> component();
            default -> {
                if (!words.containsKey(name)) {
                    throw new AssertionError("World knows no $" + name);
                }
                yield words.get(name);
            }
        };
    }

    private void people() {
        String organization = owner.post(
                        "foundation/organizations/", Map.of("name", CANARY + " " + Ids.next(), "type", "COMPANY"))
                .expect(201)
                .id();
        put("organization", organization, "foundation/organizations");
        callers.put("anonymous", Client.anonymous());
        callers.put("client", People.newUser());
        callers.put("viewer", People.newMember(owner, organization, "VIEWER"));
        callers.put("member", People.newMember(owner, organization, "MEMBER"));
        var key = owner.post(
                        "foundation/api-keys/",
                        Map.of("name", CANARY, "organization_id", organization, "role", "MEMBER"))
                .expect(201);
        ids.put("foundation/api-keys", key.id());
        callers.put("key", Client.anonymous().with("X-API-Key", key.at("key").asText()));
        callers.put("admin", People.newMember(owner, organization, "ADMIN"));
        callers.put("owner", owner);
        String bystander = People.newMember(owner, organization, "VIEWER")
                .get("foundation/users/profile/")
                .id();
        put("bystander", bystander, "foundation/users", "foundation/users/profile");
        for (JsonNode member : owner.get("foundation/organizations/" + organization + "/members/")
                .at("results")) {
            if (member.at("/user/id").asText().equals(bystander)) {
                ids.put("foundation/organizations/*/members", member.path("id").asText());
            }
        }
        put(
                "plan",
                Client.anonymous()
                        .get("foundation/subscription-plans/")
                        .at("results/0/id")
                        .asText(),
                "foundation/subscription-plans");
    }

    private void billing() {
        String subscription = owner.get(filled("foundation/subscriptions/current/?organization_id=$organization"))
                .expect(200)
                .id();
        ids.put("foundation/subscriptions", subscription);
        String larger = Client.anonymous()
                .get("foundation/subscription-plans/")
                .at("results/1/id")
                .asText();
        ids.put(
                "foundation/invoices",
                owner.post("foundation/subscriptions/" + subscription + "/upgrade/", Map.of("plan_id", larger))
                        .expect(200)
                        .at("latest_invoice_id")
                        .asText());
        ids.put(
                "foundation/payment-methods",
                made(
                        "foundation/payment-methods/",
                        "{\"organization_id\": \"$organization\", \"type\": \"credit_card\", \"provider_token\": \"%s\"}"
                                .formatted(CANARY)));
        ids.put("foundation/payments/webhook", "manual");
    }

    private void studio() {
        String project = made(
                "studio/projects/", "{\"name\": \"%s\", \"organization_id\": \"$organization\"}".formatted(CANARY));
        put("project", project, "studio/projects", "runtime/projects");
        String schema = made("studio/schemas/", """
                {"project": "$project", "table_name": "orders", "display_name": "%s",
                 "fields_config": [{"name": "title", "type": "string"}, {"name": "paper", "type": "file"},
                                   {"name": "related", "type": "relation", "target": "orders", "kind": "many_to_many",
                                    "reverse_name": "related_by"}],
                 "options": {"soft_delete": true, "revisions": true}}
                """.formatted(CANARY));
        put("schema", schema, "studio/schemas");
        ids.put(
                "studio/schemas/*/fields",
                owner.get("studio/schemas/" + schema + "/fields/")
                        .expect(200)
                        .at("results/0/id")
                        .asText());
        ids.put(
                "studio/schemas/*/indexes",
                made("studio/schemas/" + schema + "/indexes/", "{\"fields\": [\"title\"]}"));
        ids.put(
                "studio/schemas/*/policies",
                made("studio/schemas/" + schema + "/policies/", "{\"role\": \"canary\", \"action\": \"read\"}"));
        String page = made(
                "studio/pages/",
                "{\"project\": \"$project\", \"name\": \"%s\", \"route\": \"/\", \"is_home\": true}".formatted(CANARY));
        put("page", page, "studio/pages");
        put("component", component(), "studio/components");
        ids.put("studio/component-types", "Text");
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        ids.put("studio/projects/*/versions", "1");
    }

    private String component() {
        return made("studio/components/", "{\"page\": \"$page\", \"component_type\": \"Text\"}");
    }

    private void runtime() {
        ids.put("runtime/projects/*/tables", "orders");
        ids.put("runtime/projects/*/schema", "orders");
        ids.put(
                "runtime/projects/*/tables/*",
                made(
                        "runtime/projects/" + words.get("project") + "/tables/orders/",
                        "{\"title\": \"%s\"}".formatted(CANARY)));
        ids.put("runtime/projects/*/tables/*/*/links", "related");
        ids.put("runtime/projects/*/tables/*/*/revisions", "1");
        ids.put("runtime/projects/*/tables/*/*/files", "paper");
        ids.put(
                "runtime/projects/*/tables/*/*/files/*",
                owner.post(
                                path("/api/v1/runtime/projects/{project}/tables/{table}/{id}/files/{field}/"),
                                Form.of("file", "canary.txt", CANARY.getBytes(StandardCharsets.UTF_8)))
                        .expect(201)
                        .id());
        String app = made("runtime/apps/", "{\"project\": \"$project\", \"name\": \"%s\"}".formatted(CANARY));
        ids.put("runtime/apps", app);
        ids.put(
                "runtime/apps/*/users",
                made("runtime/apps/" + app + "/users/", "{\"email\": \"%s\"}".formatted(People.newEmail())));
        String deployment = owner.post("runtime/apps/" + app + "/deploy/", Map.of())
                .expect(202)
                .at("deployment_id")
                .asText();
        ids.put("runtime/deployment-logs", deployment);
        backups(words.get("project"), deployment);
    }

    /** What is made of an environment once something is live there. */
    private void backups(String project, String deployment) {
        Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .at("status")
                        .asText(),
                "succeeded"::equals);
        String path = "runtime/projects/" + project + "/";
        String backup = owner.post(path + "backups/", Map.of("environment", "prod"))
                .expect(202)
                .id();
        Wait.until(
                () -> owner.get(path + "backups/" + backup + "/")
                        .expect(200)
                        .at("status")
                        .asText(),
                "succeeded"::equals);
        ids.put("runtime/projects/*/backups", backup);
        ids.put(
                "runtime/projects/*/backup-schedules",
                owner.post(path + "backup-schedules/", Map.of("environment", "prod", "every_hours", 24, "keep", 3))
                        .expect(201)
                        .id());
    }

    private void automation() {
        String workflow =
                made("automation/workflows/", "{\"name\": \"%s\", \"project\": \"$project\"}".formatted(CANARY));
        put("workflow", workflow, "automation/workflows");
        String path = "automation/workflows/" + workflow + "/";
        String first = made(path + "nodes/", "{\"name\": \"start\", \"node_type\": \"trigger\"}");
        String second = made(
                path + "nodes/", "{\"name\": \"end\", \"node_type\": \"delay\", \"config\": {\"duration\": \"PT1S\"}}");
        put("node", second, "automation/workflows/*/nodes");
        ids.put(
                "automation/workflows/*/edges",
                made(path + "edges/", "{\"source_node\": \"%s\", \"target_node\": \"%s\"}".formatted(first, second)));
        owner.post(path + "activate/").expect(200);
        ids.put(
                "automation/executions",
                callers.get("admin")
                        .post(path + "execute/", Map.of())
                        .expect(202)
                        .at("execution_id")
                        .asText());
    }

    private void insights() {
        ids.put(
                "insights/activities",
                made(
                        "insights/track/",
                        "{\"event_type\": \"user_action\", \"event_name\": \"%s\", \"project_id\": \"$project\"}"
                                .formatted(CANARY)));
        ids.put(
                "insights/export",
                owner.post(
                                "insights/export/",
                                filled(
                                        "{\"organization_id\": \"$organization\", \"export_type\": \"user_activity\", \"format\": \"json\"}"))
                        .expect(202)
                        .id());
    }

    private String made(String path, String body) {
        return owner.post(path, filled(body)).expect(201).id();
    }

    private void put(String word, String id, String... paths) {
        words.put(word, id);
        for (String path : paths) {
            ids.put(path, id);
        }
    }
}
