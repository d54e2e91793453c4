package io.nocode.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium and the environment it needs: the machine's own or, where it has none, the one that an npm package
 * carries. The system property {@code nocode.chromium} names another program, or {@code npm} for the package.
 */
record Chromium(Path program, Map<String, String> environment) {
    private static final String PACKAGE = "@sparticuz/chromium";
    private static final String VERSION = "153.0.0";
    private static final Path LOG = Path.of("target/browser/chromium.log");
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");

    static Chromium find() {
        String asked = System.getProperty("nocode.chromium", "");
        if (asked.equals("npm")) {
            return unpacked();
        }
        Stream<String> places = asked.isEmpty() ? USUAL.stream() : Stream.of(asked);
        Optional<Path> installed =
                places.map(Path::of).filter(Files::isExecutable).findFirst();
        if (installed.isEmpty() && !asked.isEmpty()) {
            throw new IllegalStateException("There is no Chromium at " + asked);
        }
        return installed.map(program -> new Chromium(program, Map.of())).orElseGet(Chromium::unpacked);
    }

    private static Chromium unpacked() {
        Path home = Path.of("target/chromium").toAbsolutePath();
        Path folder = home.resolve(VERSION);
        Path program = folder.resolve("chromium");
        if (!Files.isExecutable(program)) {
            run(
                    "npm",
                    "install",
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    home.toString(),
                    PACKAGE + "@" + VERSION);
            run(
                    "node",
                    "src/test/chromium/unpack.mjs",
                    home.resolve("node_modules/" + PACKAGE).toString(),
                    folder.toString());
        }
        return new Chromium(
                program, Map.of("LD_LIBRARY_PATH", folder.resolve("lib").toString()));
    }

    private static void run(String... command) {
        try {
            Files.createDirectories(LOG.getParent());
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + status + ": " + Files.readString(LOG));
            }
        } catch (IOException failed) {
            throw new IllegalStateException("A browser test needs " + command[0] + ", which does not start", failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }
}
