package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;

/** A project of a test's own with a table that has a field of most types, and shops that its rows point to. */
record Things(Client owner, String organization, String project) {
    static Things create() {
        Client owner = People.newUser();
        return create(owner, People.newOrganization(owner));
    }

    static Things create(Client owner, String organization) {
        Things things = new Things(owner, organization, People.newProject(owner, organization));
        things.table("shop", """
                [{"name": "name", "type": "string", "required": true, "unique": true}]
                """);
        things.table("thing", """
                [{"name": "name", "type": "string", "max_length": 100, "required": true},
                 {"name": "price", "type": "decimal", "precision": 12, "scale": 2},
                 {"name": "many", "type": "bigint"},
                 {"name": "open", "type": "boolean", "default": false},
                 {"name": "born", "type": "date"},
                 {"name": "seen", "type": "datetime"},
                 {"name": "at", "type": "time"},
                 {"name": "facts", "type": "json"},
                 {"name": "tags", "type": "multi_choice",
                  "choices": [{"value": "a", "label": "Letter A"}, {"value": "b"}, {"value": "@x"}]},
                 {"name": "kind", "type": "choice", "choices": [{"value": "s", "label": "Small"}, {"value": "l"}]},
                 {"name": "code", "type": "autonumber", "prefix": "T-"},
                 {"name": "ean", "type": "string", "max_length": 20, "unique": true},
                 {"name": "shop", "type": "relation", "target": "shop"}]
                """);
        return things;
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

    Answer thing(String json) {
        return owner.post(path("thing"), json).expect(201);
    }

    /** The id of a new shop. */
    String shop(String name) {
        return owner.post(path("shop"), Json.object().put("name", name))
                .expect(201)
                .id();
    }

    /** An import when it has ended. */
    JsonNode ended(String table, String id) {
        return Wait.until(
                () -> owner.get(path(table) + "import/" + id + "/").expect(200).json(),
                found -> !List.of("pending", "running")
                        .contains(found.path("status").asText()));
    }
}
