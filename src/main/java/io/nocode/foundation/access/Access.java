package io.nocode.foundation.access;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Decides what a caller may do in an organisation; every door asks here. */
@ApplicationScoped
public class Access {
    @Inject
    private Memberships memberships;

    /** The caller's role in an organisation: CLIENT where they have no part in it, OWNER for a superuser. */
    public Role role(UUID organisation) {
        return role(CurrentUser.get(), organisation);
    }

    /** A caller's role in an organisation. */
    public Role role(Caller caller, UUID organisation) {
        if (caller.isSuperuser()) {
            return Role.OWNER;
        }
        if (caller.userId() == null) {
            return Role.CLIENT;
        }
        Role held = memberships.find(caller.userId(), organisation).role();
        if (caller instanceof Caller.ApiKey key) {
            return key.organisation().equals(organisation) ? held.atMost(key.role()) : Role.CLIENT;
        }
        return held;
    }

    /** Whether the caller may do this in the organisation. */
    public boolean may(Action action, UUID organisation) {
        return role(organisation).atLeast(action.least()) || isGranted(action, organisation);
    }

    /**
     * Goes on only if the caller may do this in the organisation.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for who has no part in it, FORBIDDEN for whose role is too low
     */
    public void require(Action action, UUID organisation) {
        Role role = role(organisation);
        if (role == Role.CLIENT) {
            throw CommonProblem.NOT_FOUND.because();
        }
        if (!role.atLeast(action.least()) && !isGranted(action, organisation)) {
            throw CommonProblem.FORBIDDEN.because();
        }
    }

    /** Whether the caller's membership allows this beyond its role; an API key has its role only. */
    private boolean isGranted(Action action, UUID organisation) {
        return CurrentUser.get() instanceof Caller.User user
                && memberships.find(user.id(), organisation).allows(action);
    }

    /** Whether an API key is confined to other projects than this one. */
    public boolean confinedAwayFrom(UUID project) {
        return CurrentUser.get() instanceof Caller.ApiKey key
                && !key.projects().isEmpty()
                && !key.projects().contains(project);
    }

    /** The organisations in which the caller has a part, for lists. */
    public Set<UUID> organisations() {
        Caller caller = CurrentUser.get();
        if (caller instanceof Caller.ApiKey key) {
            return Set.of(key.organisation());
        }
        return caller.userId() == null ? Set.of() : memberships.organisations(caller.userId());
    }
}
