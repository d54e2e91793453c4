package io.nocode.launcher;

import java.time.Duration;

/** One more application server of an installation. */
public final class Node implements AutoCloseable {
    private final String url;
    private final AppServer server;

    Node(String url, AppServer server) {
        this.url = url;
        this.server = server;
    }

    /** Where it answers, with a slash at the end. */
    public String url() {
        return url;
    }

    /** Ends it as a power failure would. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(20));
    }
}
