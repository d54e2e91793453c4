package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import java.util.Locale;

/** Refuses URLs that two programs could read in two ways, so that what is checked is what is served. */
final class UrlTricks {
    private UrlTricks() {}

    /** Throws MALFORMED_URL for path parameters, empty or dot segments, backslashes, and any of these encoded. */
    static void refuse(String rawPath) {
        String path = rawPath.toLowerCase(Locale.ROOT);
        if (path.contains(";")
                || path.contains("//")
                || path.contains("\\")
                || path.contains("/../")
                || path.endsWith("/..")
                || path.contains("/./")
                || path.endsWith("/.")
                || path.contains("%2e")
                || path.contains("%2f")
                || path.contains("%5c")
                || path.contains("%3b")
                || path.contains("%25")
                || path.contains("%00")) {
            throw CommonProblem.MALFORMED_URL.because();
        }
    }
}
