package io.nocode.testing;

import io.nocode.launcher.Installation;
import io.nocode.launcher.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The one installation of a test run: started by the first test that asks, stopped with the JVM. With the system
 * property {@code nocode.test.url} the tests go to a server that runs already.
 */
public final class TestInstallation {
    private static Installation installation;

    private TestInstallation() {}

    /** The URL of the server, with a slash at the end. */
    public static String url() {
        String running = System.getProperty("nocode.test.url");
        return running != null ? running : get().url();
    }

    /** The installation itself, for tests that stop and start parts of it. */
    public static synchronized Installation get() {
        if (installation == null) {
            try {
                Path data = Files.createTempDirectory("nocode-it");
                installation = Installation.start(data, freePort());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        }
        return installation;
    }

    /**
     * A connection of the application's own role to its database; with {@code nocode.test.url}, to the one that the
     * system property {@code nocode.test.db} names.
     */
    public static Connection database() throws SQLException {
        String running = System.getProperty("nocode.test.db");
        return running == null
                ? get().postgres().connection()
                : DriverManager.getConnection(running, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
