package io.nocode.shared.rest;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that keep browsers from being turned against their users. */
final class SecurityHeaders {
    private static final String PAGES = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private SecurityHeaders() {}

    static void set(HttpServletResponse response, String path) {
        boolean data = path.startsWith("/api/v1/");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("X-Frame-Options", data ? "DENY" : "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", data ? DATA : PAGES);
        if (data) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
