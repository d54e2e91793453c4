package io.nocode.runtime.deployments;

import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps deployments to a desk's prod from what they do alone: from making columns ahead, and from their switch. */
final class SwitchHeld implements AutoCloseable {
    private final Desk desk;
    private final Connection connection;

    private SwitchHeld(Desk desk, Connection connection) {
        this.desk = desk;
        this.connection = connection;
    }

    static SwitchHeld of(Desk desk) throws SQLException {
        Connection connection = TestInstallation.database();
        try (Statement sql = connection.createStatement()) {
            sql.execute("select pg_advisory_lock(hashtextextended('environment " + desk.project + " prod', 0))");
        }
        return new SwitchHeld(desk, connection);
    }

    /** Waits until a deployment is in a step in which it wants the environment for itself. */
    void await(String deployment, StepName step) {
        Wait.until(
                () -> desk.owner
                        .get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .at("steps/" + step.ordinal() + "/status")
                        .asText(),
                "running"::equals);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
