package io.nocode.foundation.access;

import io.nocode.shared.page.Listing;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Keeps lists to the organisations in which the caller may do something. */
@ApplicationScoped
public class Confinement {
    @Inject
    private Access access;

    /**
     * Keeps what belongs to such organisations; a superuser sees all.
     *
     * @param organisation the JPQL expression of the organisation's id
     */
    public <T> Listing<T> confine(Listing<T> listing, Action action, String organisation) {
        if (CurrentUser.get().isSuperuser()) {
            return listing;
        }
        List<UUID> allowed = access.organisations().stream()
                .filter(each -> access.may(action, each))
                .toList();
        return allowed.isEmpty()
                ? listing.where("1 = 0")
                : listing.where(organisation + " in :confinedTo", "confinedTo", allowed);
    }
}
