package io.nocode.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How Payara Micro is started: see server-config/payara-micro. */
final class PayaraMicro {
    private PayaraMicro() {}

    static ProcessBuilder command(Path war, Path servers, Path data, int port, Map<String, String> settings)
            throws IOException {
        Path root = data.resolve("payara-micro").toAbsolutePath();
        // The server keeps nothing that we need, and would deploy what it had before a second time.
        deleteAll(root);
        Path config = Path.of("server-config/payara-micro").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + System.getProperty("nocode.heap", "1g"),
                "-Djava.net.preferIPv4Stack=true",
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-opens=java.base/sun.net.www.protocol.jrt=ALL-UNNAMED",
                "--add-opens=java.management/sun.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED"));
        settings.forEach((key, value) -> {
            if (!Secrets.isSecret(key)) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.addAll(List.of(
                "-jar",
                servers.resolve("payara-micro.jar").toString(),
                "--rootdir",
                root.toString(),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--prebootcommandfile",
                config.resolve("pre-boot.asadmin").toString(),
                "--postbootcommandfile",
                config.resolve("post-boot.asadmin").toString(),
                "--contextroot",
                "/",
                "--deploy",
                war.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Secrets.toEnvironment(settings, builder.environment());
        return builder;
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
