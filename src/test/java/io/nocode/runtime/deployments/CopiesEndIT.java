package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesEndIT {
    private static final Map<String, Object> AGREED = Map.of("allow_data_loss", true);

    private final Desk desk = new Desk();

    @Test
    void copiesGoWhenTheirTimeIsOverAndTheNearestWayBackDoesNotNeedThem() throws SQLException {
        String orders = desk.table("orders", """
                [{"name": "title", "type": "string"}, {"name": "first", "type": "integer"},
                 {"name": "second", "type": "integer"}]
                """);
        desk.publish();
        desk.deploy(Map.of());
        String row = desk.row("orders", Map.of("title", "One", "first", 1, "second", 2));
        desk.dropField(orders, "first");
        desk.publish();
        desk.deploy(AGREED);
        desk.dropField(orders, "second");
        desk.publish();
        desk.deploy(AGREED);
        assertThat(copies()).isEqualTo(2);

        older(29);
        endIsDue();
        assertThat(copies()).as("their time is not over").isEqualTo(2);
        assertThat(desk.plan(1).path("restores").findValuesAsText("field")).containsExactly("first", "second");

        older(2);
        endIsDue();
        assertThat(copies()).as("what the way back to version 2 needs stays").isEqualTo(1);
        assertThat(desk.plan(1).path("restores").findValuesAsText("field")).containsExactly("second");
        assertThat(tables()).isEqualTo(1);

        desk.rollback(Map.of());
        assertThat(desk.read("orders", row).path("second").asInt()).isEqualTo(2);
        Wait.until(this::copies, none -> none == 0);
        assertThat(tables()).isZero();
    }

    private void older(int days) throws SQLException {
        change("update nocode.deployment_backup b set created_at = b.created_at - interval '" + days
                + " days' from nocode.deployment d where d.id = b.deployment_id and d.project_id = '" + desk.project
                + "'");
    }

    /** As if the day had come on which the copies of the last deployment end. */
    private void endIsDue() throws SQLException {
        change("update nocode.outbox set due_at = now() where kind = 'deployment-copies'");
        // Whatever is put wakes who works on the outbox; what was due before is done before.
        desk.deploy(Map.of("version", 3, "force_redeploy", true));
        Wait.until(
                () -> count("select count(*) from nocode.outbox where kind = 'deployment-copies' and due_at <= now()"),
                none -> none == 0);
    }

    private int copies() {
        return count(
                "select count(*) from nocode.deployment_backup b join nocode.deployment d on d.id = b.deployment_id"
                        + " where d.project_id = '" + desk.project + "'");
    }

    private int tables() {
        return count("select count(*) from information_schema.tables t join nocode.project p on t.table_schema ="
                + " p.schema_name || '_backup' where p.id = '" + desk.project + "'");
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private static int count(String query) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                var counted = sql.executeQuery(query)) {
            counted.next();
            return counted.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
