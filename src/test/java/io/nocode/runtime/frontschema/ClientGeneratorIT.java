package io.nocode.runtime.frontschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nocode.shared.json.Json;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A project's document is given to a generator, and a client that uses every kind of what it generates is compiled, by
 * the machine's Node and the packages of the front end.
 */
class ClientGeneratorIT {
    private static final Path PACKAGES =
            Path.of("src/main/frontend/node_modules").toAbsolutePath();
    private static final Path CLIENT = Path.of("src/test/resources/client/client.ts");

    private static final String PLAIN = """
            string, text, rich_text, email, url, phone, color, uuid, integer, bigint, float, boolean, date, datetime,
            time, json, user, file, image""";

    @Test
    void clientsAreGeneratedFromAProjectsDocument() throws Exception {
        Path generator = PACKAGES.resolve("openapi-typescript/bin/cli.js");
        assumeTrue(Files.exists(generator), "The front end was left out of this build.");
        Client owner = People.newUser();
        String project = People.newProject(owner, People.newOrganization(owner));
        table(owner, project, "maker", List.of("{\"name\": \"name\", \"type\": \"string\", \"unique\": true}"));
        List<String> fields = new ArrayList<>();
        for (String type : PLAIN.split(",\\s+")) {
            fields.add("{\"name\": \"a_%1$s\", \"type\": \"%1$s\"}".formatted(type));
        }
        fields.addAll(List.of("""
                {"name": "a_decimal", "type": "decimal", "precision": 12, "scale": 2},
                {"name": "a_currency", "type": "currency"},
                {"name": "a_choice", "type": "choice", "required": true, "choices": [{"value": "s"}, {"value": "l"}]},
                {"name": "a_multi_choice", "type": "multi_choice", "choices": [{"value": "a"}, {"value": "b"}]},
                {"name": "a_formula", "type": "formula", "expression": "a_integer * 2"},
                {"name": "a_autonumber", "type": "autonumber", "prefix": "T-"},
                {"name": "a_relation", "type": "relation", "target": "maker", "reverse_name": "things"}
                """));
        String thing = table(owner, project, "thing", fields);
        owner.post("studio/schemas/" + thing + "/policies/", """
                        {"role": "MEMBER", "action": "read", "filter": {"a_boolean": true}, "fields": ["a_string"]}
                        """).expect(201);

        Path folder = Files.createDirectories(Path.of("target/generated-client").toAbsolutePath());
        Files.writeString(
                folder.resolve("document.json"),
                owner.get("runtime/projects/" + project + "/openapi/")
                        .expect(200)
                        .text());
        Files.copy(CLIENT, folder.resolve("client.ts"), StandardCopyOption.REPLACE_EXISTING);
        node(folder, generator.toString(), "document.json", "-o", "types.ts");
        node(
                folder,
                PACKAGES.resolve("typescript/bin/tsc").toString(),
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "esnext",
                "--moduleResolution",
                "bundler",
                "client.ts");
    }

    private static String table(Client owner, String project, String name, List<String> fields) {
        return owner.post(
                        "studio/schemas/",
                        Json.object()
                                .put("project", project)
                                .put("table_name", name)
                                .put("display_name", name)
                                .set("fields_config", Json.parse(fields.toString())))
                .expect(201)
                .id();
    }

    private static void node(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
