package io.nocode.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** How Open Liberty is started: see server-config/open-liberty. */
final class OpenLiberty {
    private OpenLiberty() {}

    static ProcessBuilder command(Path war, Path servers, Path data, int port, Map<String, String> settings)
            throws IOException {
        Path config = Path.of("server-config/open-liberty").toAbsolutePath();
        Path user = data.resolve("open-liberty").toAbsolutePath();
        Path server = user.resolve("servers/nocode");
        Files.createDirectories(server.resolve("apps"));
        for (String file : new String[] {"server.xml", "jvm.options"}) {
            Files.copy(config.resolve(file), server.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(war, server.resolve("apps/nocode.war"), StandardCopyOption.REPLACE_EXISTING);
        Path driver = Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Files.createDirectories(server.resolve("lib"));
        Files.copy(driver, server.resolve("lib/postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder =
                new ProcessBuilder(servers.resolve("wlp/bin/server").toString(), "run", "nocode");
        Map<String, String> environment = builder.environment();
        environment.put("WLP_USER_DIR", user.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HTTP_PORT", String.valueOf(port));
        settings.forEach((key, value) -> environment.put(Secrets.variable(key), value));
        return builder;
    }
}
