package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A project of an organisation of its own, with an application to deploy. */
public final class Desk {
    private final String email = People.newEmail();
    public Client owner = People.newUser(email);
    public final String organization = People.newOrganization(owner);
    public final String project = People.newProject(owner, organization);
    private String app = "";

    /** For what takes longer than a sign-in lasts. */
    public void signInAgain() {
        owner = Client.signedIn(email, People.PASSWORD);
    }

    /** From now on the owner reads again where the database could not be reached. */
    public void comeAgain() {
        owner = owner.patient();
    }

    /** Makes a table, and tells its id. */
    public String table(String name, String fields) {
        return owner.post("studio/schemas/", """
                        {"project": "%s", "table_name": "%s", "display_name": "%s", "fields_config": %s}
                        """.formatted(project, name, name, fields))
                .expect(201)
                .id();
    }

    public void addField(String schema, Map<String, ?> field) {
        owner.post("studio/schemas/" + schema + "/fields/", field).expect(201);
    }

    public void dropField(String schema, String name) {
        owner.delete("studio/schemas/" + schema + "/fields/" + field(schema, name) + "/")
                .expect(204);
    }

    public String field(String schema, String name) {
        for (JsonNode field :
                owner.get("studio/schemas/" + schema + "/fields/").expect(200).at("results")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("id").asText();
            }
        }
        throw new AssertionError("There is no field " + name);
    }

    public int publish() {
        return owner.post("studio/projects/" + project + "/publish/", Map.of())
                .expect(202)
                .at("version")
                .asInt();
    }

    /** The application; made when somebody asks first. */
    public String app() {
        if (app.isEmpty()) {
            app = owner.post("runtime/apps/", Map.of("project", project, "name", "Desk"))
                    .expect(201)
                    .id();
        }
        return app;
    }

    public JsonNode deploy(Map<String, ?> request) {
        return succeeded(end(begin("deploy", request)));
    }

    public JsonNode rollback(Map<String, ?> request) {
        return succeeded(end(begin("rollback", request)));
    }

    /** Asks for a deployment, and tells its id. */
    public String begin(String what, Map<String, ?> request) {
        return owner.post("runtime/apps/" + app() + "/" + what + "/", request)
                .expect(202)
                .at("deployment_id")
                .asText();
    }

    public JsonNode end(String deployment) {
        return Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
    }

    public JsonNode plan() {
        return owner.get("runtime/apps/" + app() + "/plan/").expect(200).json();
    }

    /** What deploying a version would change. */
    public JsonNode plan(int version) {
        return owner.get("runtime/apps/" + app() + "/plan/?version=" + version)
                .expect(200)
                .json();
    }

    public Client prod() {
        return owner.with("X-Environment", "prod");
    }

    public String rows(String table) {
        return "runtime/projects/" + project + "/tables/" + table + "/";
    }

    /** Makes a row in prod, and tells its id. */
    public String row(String table, Map<String, ?> values) {
        return prod().post(rows(table), values).expect(201).id();
    }

    public JsonNode read(String table, String row) {
        return prod().get(rows(table) + row + "/").expect(200).json();
    }

    public Answer list(String table) {
        return prod().get(rows(table) + "?sort_by=created_at&sort_order=asc").expect(200);
    }

    /** The PostgreSQL schema of an environment. */
    public String pgSchema(Connection connection, String environment) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select schema_name from nocode.project where id = '" + project + "'")) {
            found.next();
            return found.getString(1) + "_" + environment;
        }
    }

    private static JsonNode succeeded(JsonNode end) {
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        return end;
    }
}
