package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SQL of the server's own calls its tables and variables is free for fields. */
class ShortNamesIT {
    private static final List<String> NAMES = Stream.concat(
                    IntStream.rangeClosed('a', 'z').mapToObj(Character::toString),
                    Stream.of(
                            "new_rows",
                            "old_rows",
                            "source",
                            "target",
                            "field",
                            "pointed",
                            "present",
                            "names",
                            "history",
                            "last",
                            "given",
                            "which",
                            "path",
                            "relation",
                            "used",
                            "sources",
                            "before",
                            "after",
                            "number",
                            "action",
                            "row_id",
                            "value"))
            .toList();

    private static Client owner;
    private static String project;

    @BeforeAll
    static void twoTablesOfFieldsWithShortNames() {
        owner = People.newUser();
        project = People.newProject(owner, People.newOrganization(owner));
        ArrayNode fields = Json.array();
        NAMES.forEach(name -> fields.addObject().put("name", name).put("type", "integer"));
        table("s", fields.deepCopy());
        fields.addObject().put("name", "to").put("type", "relation").put("target", "s");
        fields.addObject()
                .put("name", "links")
                .put("type", "relation")
                .put("target", "s")
                .put("kind", "many_to_many")
                .put("reverse_name", "linked");
        table("n", fields);
    }

    @Test
    void rowsAreWrittenDeletedRestoredAndFound() {
        String pointed = owner.post(rows("s"), values(1)).expect(201).id();
        ObjectNode body = values(2);
        body.put("to", pointed);
        String row = owner.post(rows("n"), body).expect(201).id();
        owner.post(rows("n") + row + "/links/links/", "{\"ids\": [\"" + pointed + "\"]}")
                .expect(200);
        owner.patch(rows("n") + row + "/", values(3)).expect(200);
        owner.delete(rows("n") + row + "/").expect(204);
        owner.post(rows("n") + row + "/restore/").expect(200);
        owner.post(rows("n") + row + "/revisions/1/restore/").expect(200);
        assertThat(owner.get(rows("n") + row + "/revisions/").expect(200).text())
                .contains("created", "updated", "deleted", "restored");
        List<String> faults = new ArrayList<>();
        for (String name : NAMES) {
            for (String query : List.of(
                    "?filters={\"" + name + "\":2,\"to__" + name + "\":1}&sort_by=to." + name + ",-" + name
                            + "&expand=to,links&fields=" + name,
                    "aggregate/?group_by=" + name + "&measures=sum:" + name + ",count&having={\"count__gte\":1}",
                    "?cursor=&sort_by=" + name)) {
                Answer found = owner.get(rows("n")
                        + query.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22"));
                if (found.status() != 200 || found.at("results").size() != 1) {
                    faults.add(name + " " + query + ": " + found.status() + " " + found.text());
                }
            }
        }
        assertThat(faults).isEmpty();
        owner.delete(rows("s") + pointed + "/").refused(409, "ROW_IN_USE");
    }

    private static ObjectNode values(int value) {
        ObjectNode values = Json.object();
        NAMES.forEach(name -> values.put(name, value));
        return values;
    }

    private static void table(String name, ArrayNode fields) {
        ObjectNode table =
                Json.object().put("project", project).put("table_name", name).put("display_name", name);
        table.putObject("options").put("soft_delete", true).put("revisions", true);
        table.set("fields_config", fields);
        owner.post("studio/schemas/", table).expect(201);
    }

    private static String rows(String table) {
        return "runtime/projects/" + project + "/tables/" + table + "/";
    }
}
