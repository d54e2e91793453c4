package io.nocode.shared.rest;

import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Cross-origin requests: the explicit list of {@code nocode.cors.origins}, and for what belongs to an application its
 * own list. Nobody else, and nobody with cookies.
 */
@ApplicationScoped
public class Cors {
    private final Set<String> origins = Set.copyOf(Settings.list("nocode.cors.origins"));

    @Inject
    private Applications applications;

    /** Sets the headers for a listed origin; answers its preflight, and tells whether it did. */
    boolean answered(HttpServletRequest request, HttpServletResponse response, String path) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        boolean preflight =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        if (origins.contains(origin) || applications.welcomes(origin, path)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "ETag, Location, X-Request-Id, Retry-After, Idempotency-Replayed, Content-Disposition");
            if (preflight) {
                response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
                response.setHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, X-API-Key, X-Environment, X-Request-Id, Content-Type, Accept, Accept-Language,"
                                + " If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, Prefer");
                response.setHeader("Access-Control-Max-Age", "600");
            }
        }
        if (preflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return preflight;
    }
}
