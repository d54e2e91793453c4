package io.nocode.shared.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes problems as the client wants them: our own form, or RFC 9457. */
public final class Answers {
    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";

    private Answers() {}

    static String mediaType() {
        RequestContext request = RequestContext.orNull();
        return request != null && request.wantsProblemJson() ? PROBLEM_JSON : JSON;
    }

    /** The body of a problem. */
    public static ObjectNode body(Problem problem) {
        RequestContext request = RequestContext.orNull();
        Locale language = RequestContext.currentLanguage();
        String sentence = Messages.text(language, "problem." + problem.reason().name(), problem.words());
        ObjectNode details = Json.object();
        problem.details()
                .forEach((field, value) -> details.set(
                        field,
                        value instanceof Fault fault
                                ? Json.tree(Messages.text(language, fault.key(), fault.words()))
                                : Json.tree(value)));
        @Nullable String id = request == null ? null : request.id();
        ObjectNode body = Json.object();
        if (request != null && request.wantsProblemJson()) {
            body.put("type", "urn:nocode:problem:" + problem.reason().name().toLowerCase(Locale.ROOT))
                    .put("title", sentence)
                    .put("status", problem.reason().status());
        } else {
            body.put("error", sentence);
        }
        body.set("details", details);
        return body.put("code", problem.reason().name()).put("request_id", id);
    }

    /** Answers a servlet request with a problem. */
    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.reason().status());
        response.setContentType(mediaType());
        if (problem.retryAfter() != null) {
            response.setHeader("Retry-After", seconds(problem));
        }
        if (problem.reason().status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        byte[] body = Json.bytes(body(problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String seconds(Problem problem) {
        return problem.retryAfter() == null
                ? "1"
                : String.valueOf(Math.max(1, problem.retryAfter().toSeconds()));
    }
}
