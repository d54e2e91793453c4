package io.nocode.runtime.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.LiveApp;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Applications at host names of their own, and what people write into a Host header. */
class OwnHostIT {
    private static LiveApp app;
    private static String host;

    @BeforeAll
    static void anApplicationWithAName() {
        app = LiveApp.open();
        host = "desk-" + Ids.next() + ".example.org";
        app.configure(Map.of("accounts", Map.of("registration", "open"), "domains", List.of(host)));
    }

    @Test
    void theApplicationStandsAtTheRoot() {
        assertThat(ask(host, "/")).startsWith("HTTP/1.1 200").contains("Desk &amp; co");
        assertThat(ask(host, "/app.json")).startsWith("HTTP/1.1 200").contains("\"pages\"");
        assertThat(ask(host, "/orders/7")).startsWith("HTTP/1.1 200");
        assertThat(ask(host, "/nowhere")).startsWith("HTTP/1.1 404");
        assertThat(ask(host.toUpperCase(java.util.Locale.ROOT) + ":8080", "/app.json"))
                .startsWith("HTTP/1.1 200");
        assertThat(ask(host + ".", "/app.json")).startsWith("HTTP/1.1 200");
    }

    @Test
    void nothingOfThePlatformIsThere() {
        for (String path : List.of(
                "/organizations",
                "/api/schema/",
                "/api/docs/",
                "/api/v1/foundation/subscription-plans/",
                "/api/v1/runtime/apps/",
                "/metrics",
                "/apps/" + app.slug + "/app.json")) {
            assertThat(ask(host, path)).as(path).startsWith("HTTP/1.1 404");
        }
        assertThat(ask(host, "/api/v1/" + app.auth() + "me/")).startsWith("HTTP/1.1 401");
        assertThat(ask(host, "/api/v1/" + app.rows())).startsWith("HTTP/1.1 401");
        LiveApp other = LiveApp.open();
        assertThat(ask(host, "/api/v1/" + other.auth() + "me/")).startsWith("HTTP/1.1 404");
        assertThat(ask(host, "/api/v1/" + other.rows())).startsWith("HTTP/1.1 404");
    }

    @Test
    void unknownAndStrangeNamesGetThePlatform() {
        for (String strange : List.of(
                "unknown.example.org",
                "evil.example/" + host,
                host + ".evil.example",
                "x@" + host,
                "[::1]",
                "127.0.0.1",
                "localhost")) {
            assertThat(ask(strange, "/app.json"))
                    .as(strange)
                    .doesNotContain("\"pages\"")
                    .doesNotContain("500 ");
        }
        assertThat(raw("GET /app.json HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: " + host
                        + "\r\nConnection: close\r\n\r\n"))
                .as("a forwarded name from who is no trusted proxy")
                .doesNotContain("\"pages\"");
        assertThat(raw("GET /app.json HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .as("two names")
                .doesNotContain("\"pages\"");
    }

    @Test
    void aNameHasOneApplicationAndThePlatformsIsItsOwn() {
        LiveApp other = LiveApp.open();
        other.owner
                .patch("runtime/apps/" + other.id + "/", Map.of("configuration", Map.of("domains", List.of(host))))
                .refused(409, "DOMAIN_TAKEN")
                .blaming("configuration.domains[0]");
        for (String bad : List.of(
                "localhost", "127.0.0.1", "Desk.example.org", "a..b.org", "-a.example", "x.example:80", "*.a.org")) {
            other.owner
                    .patch("runtime/apps/" + other.id + "/", Map.of("configuration", Map.of("domains", List.of(bad))))
                    .refused(400, "INVALID")
                    .blaming("configuration.domains[0]");
        }
        String freed = "freed-" + Ids.next() + ".example.org";
        other.configure(Map.of("domains", List.of(freed)));
        assertThat(ask(freed, "/app.json")).startsWith("HTTP/1.1 200");
        other.configure(Map.of("domains", List.of()));
        assertThat(ask(freed, "/app.json")).doesNotContain("\"pages\"");
        app.another("prod").configure(Map.of("domains", List.of(freed)));
        assertThat(ask(freed, "/app.json")).startsWith("HTTP/1.1 200");
    }

    private static String ask(String name, String path) {
        return raw("GET " + path + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n");
    }

    private static String raw(String request) {
        URI server = URI.create(TestInstallation.url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
