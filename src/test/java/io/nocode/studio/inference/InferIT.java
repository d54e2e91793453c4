package io.nocode.studio.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InferIT {
    private static final String PATH = "studio/schemas/infer/";

    @Test
    void aTableIsMadeOfWhatIsProposed() throws IOException {
        Client owner = People.newUser();
        String project = People.newProject(owner, People.newOrganization(owner));
        String csv = Files.readString(Path.of("examples/world-cities/data/world-cities.csv"));
        Answer proposed = owner.with("Content-Type", "multipart/form-data; boundary=\"b-1\"")
                .post(PATH, form("b-1", "../../world-cities.csv", csv))
                .expect(200);
        assertThat(proposed.only("table_name", "format", "rows_count"))
                .isEqualTo(
                        Json.parse("{\"table_name\": \"world_cities\", \"format\": \"csv\", \"rows_count\": 34032}"));
        ObjectNode table = Json.object().put("project", project);
        table.set("table_name", proposed.at("table_name"));
        table.set("display_name", proposed.at("display_name"));
        table.set("fields_config", proposed.at("fields_config"));
        owner.post("studio/schemas/", table).expect(201);
        owner.post("runtime/projects/" + project + "/tables/world_cities/", """
                {"name": "Paris", "country": "France", "geonameid": 2988507}""").expect(201);
    }

    @Test
    void theBodyItselfMayBeTheFile() {
        Client somebody = People.newUser();
        Answer csv = somebody.with("Content-Type", "text/csv")
                .post(PATH, "a,b\n1,x\n")
                .expect(200);
        assertThat(((ArrayNode) csv.at("fields_config")).findValuesAsText("type"))
                .containsExactly("integer", "string");
        assertThat(somebody.post(PATH, "[{\"a\": true}]")
                        .expect(200)
                        .at("columns/0/type")
                        .asText())
                .isEqualTo("boolean");
    }

    @Test
    void whatIsNoFileIsRefused() {
        Client somebody = People.newUser();
        somebody.with("Content-Type", "text/csv").post(PATH, "").refused(400, "FILE_UNREADABLE");
        somebody.with("Content-Type", "multipart/form-data")
                .post(PATH, "a,b")
                .refused(400, "INVALID")
                .blaming("file");
        somebody.with("Content-Type", "multipart/form-data; boundary=x")
                .post(PATH, form("y", "f.csv", "a\n1"))
                .refused(400, "INVALID")
                .blaming("file");
        somebody.with("Content-Type", "application/xml").post(PATH, "<a/>").refused(415, "UNSUPPORTED_MEDIA_TYPE");
        Client.anonymous().with("Content-Type", "text/csv").post(PATH, "a\n1").refused(401, "UNAUTHENTICATED");
    }

    private static String form(String boundary, String fileName, String content) {
        return "--%1$s\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--%1$s\r\nContent-Disposition: form-data;"
                        .formatted(boundary)
                + " name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(fileName, content, boundary);
    }
}
