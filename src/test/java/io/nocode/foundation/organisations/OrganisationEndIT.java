package io.nocode.foundation.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deleting an organisation: not while people use what it runs, and then all of it. */
class OrganisationEndIT {
    private final Client owner = People.newUser();
    private final String id = People.newOrganization(owner);
    private final String path = "foundation/organizations/" + id + "/";

    @Test
    void anOrganizationWithLiveApplicationsGoesByForceOnlyAndThenWhole() throws SQLException {
        String project = People.newProject(owner, id);
        owner.post("studio/schemas/", """
                        {"project": "%s", "table_name": "orders", "display_name": "Orders",
                         "fields_config": [{"name": "title", "type": "string"}]}
                        """.formatted(project)).expect(201);
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        Answer app = owner.post("runtime/apps/", Map.of("project", project, "name", "Shop"))
                .expect(201);
        String appPath = "runtime/apps/" + app.id() + "/";
        Wait.until(() -> owner.get(appPath).at("status").asText(), "generated"::equals);
        owner.post(appPath + "deploy/", Map.of()).expect(202);
        Wait.until(() -> owner.get(appPath).at("status").asText(), "deployed"::equals);
        String stem = text("select schema_name from nocode.project where id = '" + project + "'");

        Answer refused = owner.delete(path).refused(409, "HAS_DEPLOYED_APPS");
        assertThat(refused.at("details/apps/0").asText())
                .isEqualTo(app.at("slug").asText());
        owner.delete(path + "?force=maybe").refused(400, "INVALID").blaming("force");
        owner.get("studio/projects/" + project + "/").expect(200);
        assertThat(schemas(stem)).isEqualTo("2");

        owner.delete(path + "?force=true").expect(204);

        owner.get(path).refused(404, "NOT_FOUND");
        owner.get("studio/projects/" + project + "/").refused(404, "NOT_FOUND");
        owner.get(appPath).refused(404, "NOT_FOUND");
        assertThat(schemas(stem)).isEqualTo("0");
        for (String table : new String[] {"project", "app", "deployment", "workflow", "export", "event"}) {
            assertThat(text("select count(*) from nocode." + table + " where organization_id = '" + id + "'"))
                    .as(table)
                    .isEqualTo("0");
        }
        for (String table : new String[] {"organisation_member", "subscription", "api_usage"}) {
            assertThat(text("select count(*) from nocode." + table + " where organisation_id = '" + id + "'"))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    @Test
    void onlyItsOwnerDeletesIt() {
        Client admin = People.newMember(owner, id, "ADMIN");

        admin.delete(path + "?force=true").refused(403, "FORBIDDEN");
        People.newUser().delete(path + "?force=true").refused(404, "NOT_FOUND");
        owner.delete(path).expect(204);
        admin.get(path).refused(404, "NOT_FOUND");
    }

    private static String schemas(String stem) throws SQLException {
        return text("select count(*) from pg_namespace where nspname like '" + stem + "\\_%'");
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
