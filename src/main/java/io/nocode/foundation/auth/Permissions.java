package io.nocode.foundation.auth;

import io.nocode.foundation.access.Action;
import io.nocode.foundation.organisations.OwnOrganisation;
import io.nocode.shared.security.Role;
import java.util.Arrays;
import java.util.List;

/** What an account may do, for a client that shows or hides its buttons; what counts is decided at each request. */
final class Permissions {
    private Permissions() {}

    /** The names of the actions that the account may do in at least one of its organisations. */
    static List<String> of(boolean superuser, List<OwnOrganisation> own) {
        Role most = superuser
                ? Role.OWNER
                : own.stream().map(OwnOrganisation::role).max(Role::compareTo).orElse(Role.CLIENT);
        return Arrays.stream(Action.values())
                .filter(action -> most.atLeast(action.least()))
                .map(Action::wireName)
                .toList();
    }
}
