package io.nocode.launcher;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Prun}: starts everything, says where, and stays until Ctrl-C. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Installation installation =
                Installation.start(Path.of(System.getProperty("data.dir")), Integer.getInteger("http.port", 8080));
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        say("");
        say("  NoCode Backend is ready after " + (System.nanoTime() - start) / 1_000_000_000 + " s.");
        say("");
        say("    application  " + installation.url());
        say("    API          " + installation.url() + "api/docs/");
        say("    account      admin@example.com / Admin12345");
        say("    mailbox      " + installation.url() + "api/v1/dev/mailbox/");
        say("    PostgreSQL   " + installation.databaseUrl());
        say("    log          " + installation.log());
        say("");
        say("  Ctrl-C stops it; the data stay in " + installation.data() + ".");
        new CountDownLatch(1).await();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
