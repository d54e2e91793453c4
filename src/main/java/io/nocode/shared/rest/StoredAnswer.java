package io.nocode.shared.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer as it was given. */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record StoredAnswer(
        int status, @Nullable String contentType, @Nullable String location, byte[] body) {
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (contentType != null) {
            response.setContentType(contentType);
        }
        if (location != null) {
            response.setHeader("Location", location);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
