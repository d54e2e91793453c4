package io.nocode.shared.rest;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

/** Strong entity tags (RFC 9110, section 8.8.3): a hash of the very bytes that GET answers. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * Refuses to go on where the request's {@code If-Match} does not name the present state. Call it in the transaction
     * that changes the resource, after locking it.
     *
     * @param view what GET of the resource would answer now; asked for only if the header was sent
     */
    public static void check(Supplier<?> view) {
        RequestContext request = RequestContext.orNull();
        if (request == null || request.ifMatch() == null) {
            return;
        }
        if (!names(request.ifMatch(), () -> tag(Json.bytes(view.get())))) {
            throw CommonProblem.PRECONDITION_FAILED.because();
        }
    }

    /** Refuses to go on where the request's {@code If-Match} does not name this tag. */
    public static void require(String tag) {
        RequestContext request = RequestContext.orNull();
        if (request != null && request.ifMatch() != null && !names(request.ifMatch(), () -> tag)) {
            throw CommonProblem.PRECONDITION_FAILED.because();
        }
    }

    /** Whether a header's list of tags names a tag; {@code *} names any. */
    static boolean names(String header, Supplier<String> tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        String present = tag.get();
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(present::equals);
    }

    /** The tag of an answer. */
    public static String tag(byte[] answer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15)) + '"';
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
