package io.nocode.runtime.records;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** A project of a test's own with two related tables: countries and their cities. */
record Cities(Client owner, String organization, String project) {
    static Cities create() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        Cities cities = new Cities(owner, organization, People.newProject(owner, organization));
        cities.table("country", """
                [{"name": "name", "type": "string", "required": true},
                 {"name": "code", "type": "string", "max_length": 2, "unique": true}]
                """);
        cities.table("city", """
                [{"name": "name", "type": "string", "max_length": 50, "required": true},
                 {"name": "price", "type": "decimal", "precision": 12, "scale": 2, "min_value": 0},
                 {"name": "inhabitants", "type": "integer"},
                 {"name": "founded", "type": "date"},
                 {"name": "seen", "type": "datetime"},
                 {"name": "capital", "type": "boolean", "default": false},
                 {"name": "facts", "type": "json"},
                 {"name": "mail", "type": "email"},
                 {"name": "kind", "type": "choice", "choices": [{"value": "town"}, {"value": "metropolis"}],
                  "default": "town"},
                 {"name": "country", "type": "relation", "target": "country"}]
                """);
        return cities;
    }

    void table(String name, String fields) {
        owner.post(
                        "studio/schemas/",
                        Json.object()
                                .put("project", project)
                                .put("table_name", name)
                                .put("display_name", name)
                                .set("fields_config", Json.parse(fields)))
                .expect(201);
    }

    /** The path of a table's rows. */
    String path(String table) {
        return "runtime/projects/" + project + "/tables/" + table + "/";
    }

    /** A new city. */
    Answer city(String json) {
        return owner.post(path("city"), json).expect(201);
    }

    String country(String name, String code) {
        return owner.post(path("country"), Json.object().put("name", name).put("code", code))
                .expect(201)
                .id();
    }

    Answer list(String query) {
        return owner.get(path("city") + "?" + query);
    }

    Answer filtered(String filters) {
        return list("filters=" + encoded(filters));
    }

    /** The names of the cities that a list answers with. */
    List<String> names(String query) {
        return names(list(query).expect(200));
    }

    static List<String> names(Answer page) {
        return StreamSupport.stream(page.at("results").spliterator(), false)
                .map(row -> row.path("name").asText())
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
