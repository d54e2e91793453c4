package io.nocode.runtime.served;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom pages are shown.
 *
 * @param role null for nobody who is signed in
 */
record Audience(@Nullable String role) {
    static final Audience EVERYBODY = new Audience(null);
    /** The roles that a page can ask for, from least to most. */
    private static final List<String> ROLES = List.of("VIEWER", "MEMBER", "ADMIN", "OWNER");

    /** Whether a page with this access is theirs to see. What nobody knows is for nobody. */
    boolean sees(String access) {
        return switch (access) {
            case "public" -> true;
            case "signed_in" -> role != null;
            default -> ROLES.contains(access) && ROLES.indexOf(role == null ? "" : role) >= ROLES.indexOf(access);
        };
    }
}
