package io.nocode.shared.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking. */
public sealed interface Caller {
    /** Nobody known. */
    record Anonymous() implements Caller {}

    /**
     * Somebody signed in.
     *
     * @param session the sign-in that the access token belongs to
     */
    record User(
            UUID id,
            String email,
            boolean superuser,
            @Nullable UUID session) implements Caller {}

    /**
     * A program with an API key; it acts for its maker, within one organisation, with at most the key's role.
     *
     * @param bySuperuser whether its maker is a platform administrator, who needs no role
     * @param projects the only projects that it may touch; empty for all of the organisation
     */
    record ApiKey(
            UUID id, UUID maker, String email, boolean bySuperuser, UUID organisation, Role role, Set<UUID> projects)
            implements Caller {}

    /**
     * An end user of an application. It has nothing at the platform, and nothing outside of its application's environment.
     *
     * @param role what the application calls it; policies of tables and the access of pages name it
     */
    record EndUser(UUID id, UUID app, UUID project, String environment, String role, String email, UUID session)
            implements Caller {}

    Caller NOBODY = new Anonymous();

    /** The account that acts, an end user's among its application's; null for nobody. */
    default @Nullable UUID userId() {
        if (this instanceof User user) {
            return user.id();
        }
        if (this instanceof EndUser user) {
            return user.id();
        }
        return this instanceof ApiKey key ? key.maker() : null;
    }

    /** Whether this is a platform administrator. */
    default boolean isSuperuser() {
        return this instanceof User user && user.superuser();
    }
}
