package io.nocode.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** One running application server with the WAR. */
final class AppServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LAST_LINES = 60;

    private final Process process;
    private final Path log;

    private AppServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a server of a kind and waits until the application is ready. */
    static AppServer start(String kind, Path data, int port, Map<String, String> settings) throws IOException {
        Path war = Path.of(System.getProperty("nocode.war")).toAbsolutePath();
        Path servers = Path.of(System.getProperty("nocode.servers.dir")).toAbsolutePath();
        Path log = data.resolve("server.log").toAbsolutePath();
        ProcessBuilder builder =
                switch (kind) {
                    case "payara-micro" -> PayaraMicro.command(war, servers, data, port, settings);
                    case "open-liberty" -> OpenLiberty.command(war, servers, data, port, settings);
                    default -> throw new IllegalArgumentException("Not a server that is known: " + kind);
                };
        Files.deleteIfExists(log);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        AppServer server = new AppServer(process, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(Duration.ofSeconds(20))));
        try {
            server.awaitReady(URI.create("http://127.0.0.1:" + port + "/health/ready"));
        } catch (IOException | RuntimeException notReady) {
            server.kill();
            throw notReady;
        }
        return server;
    }

    Path log() {
        return log;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    void stop(Duration patience) {
        List<ProcessHandle> all = family();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException slow) {
                each.destroyForcibly();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                each.destroyForcibly();
            }
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        List<ProcessHandle> all = family();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    private List<ProcessHandle> family() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    private void awaitReady(URI probe) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request =
                HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("The server ended while it started; its log is " + log + endOfLog());
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new IOException(asked);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
        throw new IOException("The server was not ready within " + PATIENCE + "; its log is " + log + endOfLog());
    }

    /** The last lines: where the log goes with its folder, they are all that tells why. */
    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .collect(Collectors.joining("\n", ", which ends so:\n", ""));
    }
}
