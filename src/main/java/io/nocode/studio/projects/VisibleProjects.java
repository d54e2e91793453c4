package io.nocode.studio.projects;

import io.nocode.foundation.access.Access;
import io.nocode.shared.page.Listing;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps lists to what lies in projects that the caller may see: the organisations' own, and public ones. */
@ApplicationScoped
public class VisibleProjects {
    private static final String PROJECTS = " in (select p.id from Project p where ";
    private static final String IS_PUBLIC = "p.visibility = io.nocode.studio.projects.Visibility.PUBLIC";

    @Inject
    private Access access;

    /**
     * Narrows a list.
     *
     * @param expression the project's id in JPQL, such as {@code e.projectId}
     * @param asked the one project that is asked for, if any
     */
    public <T> Listing<T> only(Listing<T> listing, String expression, @Nullable UUID asked) {
        listing.where(expression + " = :asked", "asked", asked);
        Caller caller = CurrentUser.get();
        if (caller.isSuperuser()) {
            return listing;
        }
        if (caller instanceof Caller.ApiKey key && !key.projects().isEmpty()) {
            listing.where(expression + " in :confined", "confined", key.projects());
        }
        Set<UUID> own = access.organisations();
        return own.isEmpty()
                ? listing.where(expression + PROJECTS + IS_PUBLIC + ")")
                : listing.where(expression + PROJECTS + "p.organizationId in :own or " + IS_PUBLIC + ")", "own", own);
    }
}
