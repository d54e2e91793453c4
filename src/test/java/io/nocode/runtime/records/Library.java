package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A project of a test's own whose tables keep what is deleted and what was changed: authors, their books (which go with
 * them), notes (that hold their books), reviews (that let go of them), and tags.
 */
record Library(Client owner, String organization, String project) {
    private static final String KEPT = "{\"soft_delete\": true, \"revisions\": true}";

    static Library create() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        Library library = new Library(owner, organization, People.newProject(owner, organization));
        library.table("author", "[{\"name\": \"name\", \"type\": \"string\", \"unique\": true}]", KEPT);
        library.table("tag", "[{\"name\": \"label\", \"type\": \"string\"}]", "{}");
        library.table("book", """
                [{"name": "title", "type": "string", "required": true},
                 {"name": "isbn", "type": "string", "unique": true},
                 {"name": "price", "type": "decimal", "precision": 12, "scale": 2},
                 {"name": "seen", "type": "datetime"},
                 {"name": "facts", "type": "json"},
                 {"name": "number", "type": "autonumber", "prefix": "B-"},
                 {"name": "author", "type": "relation", "target": "author", "on_delete": "cascade",
                  "reverse_name": "books"},
                 {"name": "tags", "type": "relation", "target": "tag", "kind": "many_to_many", "reverse_name": "books"}]
                """, KEPT);
        library.table("note", """
                [{"name": "text", "type": "string"},
                 {"name": "book", "type": "relation", "target": "book", "on_delete": "restrict"}]
                """, "{}");
        library.table("review", """
                [{"name": "text", "type": "string"},
                 {"name": "book", "type": "relation", "target": "book", "on_delete": "set_null"}]
                """, "{\"revisions\": true}");
        return library;
    }

    String table(String name, String fields, String options) {
        ObjectNode body =
                Json.object().put("project", project).put("table_name", name).put("display_name", name);
        body.set("fields_config", Json.parse(fields));
        body.set("options", Json.parse(options));
        return owner.post("studio/schemas/", body).expect(201).id();
    }

    /** The path of a table's rows. */
    String path(String table) {
        return "runtime/projects/" + project + "/tables/" + table + "/";
    }

    String path(String table, String row) {
        return path(table) + row + "/";
    }

    String add(String table, String json) {
        return owner.post(path(table), json).expect(201).id();
    }

    String author(String name) {
        return add("author", "{\"name\": \"%s\"}".formatted(name));
    }

    String book(String title, String author) {
        return add("book", "{\"title\": \"%s\", \"author\": \"%s\"}".formatted(title, author));
    }

    void delete(String table, String row) {
        owner.delete(path(table, row)).expect(204);
    }

    Answer restore(String table, String row) {
        return owner.post(path(table, row) + "restore/");
    }

    /** The actions of a row's revisions from the first on. */
    List<String> actions(String table, String row) {
        return values(
                owner.get(path(table, row) + "revisions/?sort_by=number&page_size=100")
                        .expect(200),
                "action");
    }

    static List<String> values(Answer page, String property) {
        return StreamSupport.stream(page.at("results").spliterator(), false)
                .map(row -> row.path(property).asText())
                .toList();
    }
}
