package io.nocode.shared.rest;

import io.nocode.shared.security.Caller;
import java.util.regex.Pattern;

/**
 * Where end users of applications are somebody: where they sign in to their application, and at the rows of its
 * project. Where they sign in, nobody else is anybody. Elsewhere their tokens are as good as forged ones.
 */
final class EndUserPaths {
    private static final Pattern SIGN_IN = Pattern.compile("/api/v1/runtime/apps/[^/]+/auth/.*");

    private EndUserPaths() {}

    /** Whether this caller is somebody at a path (without its trailing slash). */
    static boolean knows(Caller caller, String path) {
        if (caller instanceof Caller.EndUser user) {
            return path.startsWith("/api/v1/runtime/apps/" + user.app() + "/auth/")
                    || path.startsWith("/api/v1/runtime/projects/" + user.project() + "/tables/");
        }
        return !SIGN_IN.matcher(path).matches();
    }
}
