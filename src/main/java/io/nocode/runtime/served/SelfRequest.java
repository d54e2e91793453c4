package io.nocode.runtime.served;

import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks this very node for an application, as anybody would: through its connector, the front door and the servlet. */
@ApplicationScoped
public class SelfRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How this node marks its own requests, which are not counted among those of people. */
    private final String mark = "nocode-probe/" + UUID.randomUUID();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * How it went.
     *
     * @param problem null where it was answered as it should be
     */
    public record Outcome(BigDecimal millis, @Nullable String problem) {}

    boolean isOne(RequestContext request) {
        return mark.equals(request.userAgent());
    }

    /**
     * @param root scheme, address and port of this node's connector, and the context path, without a slash at the end
     * @param key as it stands below {@code /apps/}
     */
    public Outcome ask(String root, String key) {
        long began = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/apps/" + key + "/app.json"))
                .timeout(PATIENCE)
                .header("User-Agent", mark)
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Outcome(millisSince(began), status == 200 ? null : "The application answered " + status + ".");
        } catch (IOException failed) {
            return new Outcome(millisSince(began), "The application did not answer.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome(millisSince(began), "The application did not answer.");
        }
    }

    private static BigDecimal millisSince(long began) {
        return BigDecimal.valueOf((System.nanoTime() - began) / 1_000, 3);
    }
}
