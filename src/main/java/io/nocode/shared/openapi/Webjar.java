package io.nocode.shared.openapi;

import io.nocode.shared.problem.CommonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A file of a front-end library that the WAR carries as a jar. */
final class Webjar {
    private final String root;

    Webjar(String name) {
        Properties properties = new Properties();
        try (InputStream stream =
                Webjar.class.getResourceAsStream("/META-INF/maven/org.webjars/" + name + "/pom.properties")) {
            if (stream == null) {
                throw new IllegalStateException("The WAR does not carry org.webjars:" + name + ".");
            }
            properties.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        root = "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/";
    }

    /** The bytes of a file. */
    byte[] read(String file) {
        try (InputStream stream = Webjar.class.getResourceAsStream(root + file)) {
            if (stream == null) {
                throw CommonProblem.NOT_FOUND.because();
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
