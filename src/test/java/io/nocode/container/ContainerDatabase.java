package io.nocode.container;

import io.nocode.launcher.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts PostgreSQL before Arquillian reads its configuration, and tells it there how the server is to be started. */
public class ContainerDatabase implements LauncherSessionListener {
    private LocalPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("nocode.container-tests")) {
            return;
        }
        Path data;
        try {
            data = Files.createTempDirectory("nocode-container");
            postgres = LocalPostgres.start(data.resolve("postgresql"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.setProperty(
                "nocode.container.options",
                String.join(
                        " ",
                        "-Dnocode.mode=development",
                        "-Dnocode.db.url=" + postgres.url(),
                        "-Dnocode.db.user=" + LocalPostgres.USER,
                        "-Dnocode.db.password=" + LocalPostgres.PASSWORD,
                        "-Dnocode.files.dir=" + data.resolve("files"),
                        "-Dnocode.master-key=" + Base64.getEncoder().encodeToString(new byte[32])));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            postgres.close();
        }
    }
}
