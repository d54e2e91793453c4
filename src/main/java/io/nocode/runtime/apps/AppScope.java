package io.nocode.runtime.apps;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose applications the caller may see in lists.
 *
 * @param organizations null for all there are
 * @param projects the only ones that an API key may touch; null for no such limit
 */
public record AppScope(
        @Nullable Set<UUID> organizations, @Nullable Set<UUID> projects) {
    /** The scope of who is asking. */
    public static AppScope ofCaller(Access access) {
        Caller caller = CurrentUser.get();
        Set<UUID> organizations = caller.isSuperuser()
                ? null
                : access.organisations().stream()
                        .filter(organization -> access.may(Action.APPS_SEE, organization))
                        .collect(Collectors.toSet());
        Set<UUID> projects =
                caller instanceof Caller.ApiKey key && !key.projects().isEmpty() ? key.projects() : null;
        return new AppScope(organizations, projects);
    }

    public boolean isEmpty() {
        return organizations != null && organizations.isEmpty();
    }
}
