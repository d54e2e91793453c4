package io.nocode.foundation.access;

import io.nocode.foundation.usage.ApiCalls;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Decides what a caller may do in an organisation and its projects; every door asks here. */
@ApplicationScoped
public class Access {
    @Inject
    private Memberships memberships;

    @Inject
    private ApiCalls calls;

    /** Whether somebody may do this there, and why. */
    public Decision decide(Caller caller, Action action, Target target) {
        UUID user = caller.userId();
        Membership held =
                user == null || caller.isSuperuser() ? Membership.NONE : memberships.find(user, target.organisation());
        return Decision.of(caller, held, action, target);
    }

    /** Whether the caller may do this there. */
    public boolean may(Action action, Target target) {
        return decide(CurrentUser.get(), action, target).isAllowed();
    }

    /** Whether the caller may do this in the organisation. */
    public boolean may(Action action, UUID organisation) {
        return may(action, Target.organisation(organisation));
    }

    /**
     * Goes on only if the caller may do this there.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for who may not even know of it, FORBIDDEN for who may do no
     *     more than that
     */
    public void require(Action action, Target target) {
        Decision decision = decide(CurrentUser.get(), action, target);
        if (!decision.isAllowed()) {
            throw (decision.isSeen() ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND).because();
        }
        calls.concerns(target.organisation());
    }

    /**
     * Goes on only if the caller may do this in the organisation.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for who has no part in it, FORBIDDEN for whose role is too low
     */
    public void require(Action action, UUID organisation) {
        require(action, Target.organisation(organisation));
    }

    /** The caller's role in an organisation: CLIENT where they have no part in it, OWNER for a superuser. */
    public Role role(UUID organisation) {
        return decide(CurrentUser.get(), Action.ORGANISATION_SEE, Target.organisation(organisation))
                .role();
    }

    /** Tells whose organisation a request is about that needed no role there. */
    public void concerns(Target target) {
        calls.concerns(target.organisation());
    }

    /** The teams of the account that acts in an organisation. */
    public Set<String> teams(UUID organisation) {
        UUID user = CurrentUser.idOrNull();
        return user == null ? Set.of() : memberships.find(user, organisation).teams();
    }

    /** Whether an API key is confined to other projects than this one. */
    public boolean confinedAwayFrom(UUID project) {
        return isConfined() && !((Caller.ApiKey) CurrentUser.get()).projects().contains(project);
    }

    /** Whether the caller is an API key for some projects only. */
    public boolean isConfined() {
        return CurrentUser.get() instanceof Caller.ApiKey key && !key.projects().isEmpty();
    }

    /** The organisations in which the caller may do this, for lists. */
    public List<UUID> organisations(Action action) {
        return organisations().stream().filter(each -> may(action, each)).toList();
    }

    /** The organisations in which the caller has a part, for lists. */
    public Set<UUID> organisations() {
        Caller caller = CurrentUser.get();
        if (caller instanceof Caller.ApiKey key) {
            return role(key.organisation()) == Role.CLIENT ? Set.of() : Set.of(key.organisation());
        }
        UUID user = caller.userId();
        return user == null ? Set.of() : memberships.organisations(user);
    }
}
