package io.nocode.foundation.access;

import io.nocode.shared.security.Caller;
import io.nocode.shared.security.Role;
import java.util.Set;

/**
 * Whether somebody may do something, and why.
 *
 * @param isSeen whether they may know that the target exists
 * @param role what they are in the organisation
 */
public record Decision(Rule rule, boolean isSeen, Role role) {
    public boolean isAllowed() {
        return rule.allows();
    }

    /**
     * Decides: the one place that does.
     *
     * @param held the part in the target's organisation of the account that acts
     */
    static Decision of(Caller caller, Membership held, Action action, Target target) {
        if (caller instanceof Caller.Anonymous) {
            return new Decision(Rule.NOT_SIGNED_IN, false, Role.CLIENT);
        }
        if (caller instanceof Caller.EndUser) {
            return new Decision(Rule.NO_PART, false, Role.CLIENT);
        }
        if (caller.isSuperuser()) {
            return new Decision(Rule.SUPERUSER, true, Role.OWNER);
        }
        if (caller instanceof Caller.ApiKey key) {
            return ofKey(key, held, action, target);
        }
        return ofPart(held, Rule.NO_PART, action, target);
    }

    /** A key has its role only, never more than its maker's now, and nothing beyond what it is confined to. */
    private static Decision ofKey(Caller.ApiKey key, Membership held, Action action, Target target) {
        boolean confined = !key.projects().isEmpty();
        if (confined && target.project() != null && !key.projects().contains(target.project())) {
            return new Decision(Rule.KEY_CONFINED, false, Role.CLIENT);
        }
        if (!key.organisation().equals(target.organisation())) {
            return ofPart(Membership.NONE, Rule.KEY_ELSEWHERE, action, target);
        }
        Role makers = key.bySuperuser() ? Role.OWNER : held.role();
        Decision decision = ofPart(new Membership(makers.atMost(key.role()), Set.of()), Rule.NO_PART, action, target);
        return confined && action.isOfOrganisation() && decision.isAllowed()
                ? new Decision(Rule.KEY_CONFINED, decision.isSeen(), decision.role())
                : decision;
    }

    private static Decision ofPart(Membership held, Rule otherwise, Action action, Target target) {
        Role role = held.role();
        boolean isSeen = role != Role.CLIENT || target.isPublic();
        if (role.atLeast(action.least())) {
            return new Decision(Rule.ROLE, isSeen, role);
        }
        if (held.permissions().contains(action)) {
            return new Decision(Rule.PERMISSION, isSeen, role);
        }
        if (action == Action.STUDIO_SEE && target.isPublic()) {
            return new Decision(Rule.PUBLIC_PROJECT, true, role);
        }
        return new Decision(role == Role.CLIENT ? otherwise : Rule.ROLE_TOO_LOW, isSeen, role);
    }
}
