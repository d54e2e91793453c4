package io.nocode.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL and an application server with the WAR, as one installation in one data folder. */
public final class Installation implements AutoCloseable {
    private final Path data;
    private final int port;
    private final Map<String, String> more;
    private final LocalPostgres postgres;
    private AppServer server;

    private Installation(Path data, int port, Map<String, String> more, LocalPostgres postgres) throws IOException {
        this.data = data;
        this.port = port;
        this.more = more;
        this.postgres = postgres;
        this.server = startServer(data, port, more);
    }

    /** Starts both and waits until the application answers out of the database. */
    public static Installation start(Path data, int port) throws IOException {
        return start(data, port, Map.of());
    }

    /** The same with further settings. */
    public static Installation start(Path data, int port, Map<String, String> more) throws IOException {
        Files.createDirectories(data);
        LocalPostgres postgres = LocalPostgres.start(data.resolve("postgresql").toAbsolutePath());
        try {
            return new Installation(data, port, more, postgres);
        } catch (RuntimeException | IOException failed) {
            postgres.close();
            throw failed;
        }
    }

    private AppServer startServer(Path node, int port, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "nocode.mode",
                "development",
                "nocode.db.url",
                postgres.url(),
                "nocode.db.user",
                LocalPostgres.USER,
                "nocode.db.password",
                LocalPostgres.PASSWORD,
                "nocode.master-key",
                MasterKey.in(data),
                "nocode.files.dir",
                data.resolve("files").toAbsolutePath().toString()));
        settings.putAll(more);
        return AppServer.start(System.getProperty("nocode.server", "payara-micro"), node, port, settings);
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    public String databaseUrl() {
        return postgres.url() + " (user " + LocalPostgres.USER + ", password " + LocalPostgres.PASSWORD + ")";
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public Path data() {
        return data;
    }

    public Path log() {
        return server.log();
    }

    /** The process of the application server. */
    public ProcessHandle process() {
        return server.process();
    }

    /** Ends the application server as a power failure would, and starts it again. */
    public void killAndRestart() {
        kill();
        restart();
    }

    /** Ends the application server as a power failure would. PostgreSQL stays. */
    public void kill() {
        server.kill();
    }

    /** Starts the application server anew, after its end. */
    public void restart() {
        try {
            server = startServer(data, port, more);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts one more application server on the same database. */
    public Node startNode(int nodePort) throws IOException {
        return startNode(nodePort, more);
    }

    /** The same with settings of its own. */
    public Node startNode(int nodePort, Map<String, String> settings) throws IOException {
        Path node = data.resolve("node-" + nodePort);
        Files.createDirectories(node);
        return new Node("http://127.0.0.1:" + nodePort + "/", startServer(node, nodePort, settings));
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(20));
        postgres.close();
    }
}
