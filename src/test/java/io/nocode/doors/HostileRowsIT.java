package io.nocode.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security case S2 for rows: no field of any type takes what is no honest JSON, by whichever door; nothing is stored. */
class HostileRowsIT {
    private static final List<String> TYPES = List.of(
            "string",
            "text",
            "rich_text",
            "integer",
            "bigint",
            "decimal",
            "currency",
            "float",
            "boolean",
            "date",
            "time",
            "datetime",
            "json",
            "uuid",
            "email",
            "url",
            "phone",
            "color",
            "user");

    private static Client owner;
    private static String rows;
    private static String row;

    @BeforeAll
    static void aTableWithAFieldOfEachType() {
        owner = People.newUser();
        String project = People.newProject(owner, People.newOrganization(owner));
        ArrayNode fields = Json.array();
        TYPES.forEach(type -> fields.addObject().put("name", "a_" + type).put("type", type));
        owner.post(
                        "studio/schemas/",
                        Map.of("project", project, "table_name", "t", "display_name", "T", "fields_config", fields))
                .expect(201);
        rows = "runtime/projects/" + project + "/tables/t/";
        row = owner.post(rows, "{\"a_string\": \"as it was\"}").expect(201).id();
    }

    @Test
    void noFieldTakesWhatIsNoHonestJson() {
        String before = owner.get(rows).expect(200).text();
        List<String> faults = new ArrayList<>();
        for (String type : TYPES) {
            for (String value : HostileJsonIT.VALUES) {
                String record = "{\"a_%s\": %s}".formatted(type, value);
                refused(faults, owner.send("POST", rows, record), record);
                refused(faults, owner.send("PUT", rows + row + "/", record), record);
                refused(faults, owner.send("PATCH", rows + row + "/", record), record);
                String bulk = "{\"operation\": \"create\", \"records\": [{\"a_string\": \"fine\"}, " + record + "]}";
                refused(faults, owner.send("POST", rows + "bulk/", bulk), bulk);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(owner.get(rows).expect(200).text()).isEqualTo(before);
    }

    private static void refused(List<String> faults, Answer answer, String body) {
        if (answer.status() != 400 || answer.text().length() > 20_000) {
            faults.add("%.200s answered %d %.500s".formatted(body, answer.status(), answer.text()));
        }
    }
}
