package io.nocode.runtime.policies;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A private project of a test's own with clients and their orders, and people of every role. */
final class Shop {
    final Client owner = People.newUser();
    final String organization = People.newOrganization(owner);
    final String project = People.newProject(owner, organization);
    final Client outsider = People.newUser();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Client> people = new HashMap<>();

    Shop() {
        table("client", """
                [{"name": "name", "type": "string", "required": true}, {"name": "secret", "type": "string"}]
                """);
        table("orders", """
                [{"name": "title", "type": "string"}, {"name": "amount", "type": "integer"},
                 {"name": "secret", "type": "string"}, {"name": "team", "type": "string"},
                 {"name": "code", "type": "string", "unique": true}, {"name": "due", "type": "date"},
                 {"name": "client", "type": "relation", "target": "client", "reverse_name": "orders"}]
                """);
    }

    /** Somebody of a role, always the same. */
    Client of(String role) {
        return role.equals("OWNER")
                ? owner
                : people.computeIfAbsent(role, each -> People.newMember(owner, organization, each));
    }

    Client newMember() {
        return People.newMember(owner, organization, "MEMBER");
    }

    void table(String name, String fields) {
        String id = owner.post(
                        "studio/schemas/",
                        Json.object()
                                .put("project", project)
                                .put("table_name", name)
                                .put("display_name", name)
                                .set("fields_config", Json.parse(fields)))
                .expect(201)
                .id();
        tables.put(name, id);
    }

    String policies(String table) {
        return "studio/schemas/" + tables.get(table) + "/policies/";
    }

    String schema(String table) {
        return "studio/schemas/" + tables.get(table) + "/";
    }

    /** A new policy; its id. */
    String policy(String table, String json) {
        return owner.post(policies(table), json).expect(201).id();
    }

    String path(String table) {
        return "runtime/projects/" + project + "/tables/" + table + "/";
    }

    /** A new row of the owner's; its id. */
    String row(String table, String json) {
        return owner.post(path(table), json).expect(201).id();
    }

    /** The titles of the orders that somebody finds. */
    List<String> titles(Client who, String query) {
        Answer page = who.get(path("orders") + "?sort_by=title" + query).expect(200);
        return StreamSupport.stream(page.at("results").spliterator(), false)
                .map(row -> row.path("title").asText())
                .toList();
    }

    static String filters(String json) {
        return "&filters=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }
}
