package io.nocode.foundation.organisations;

import io.nocode.shared.problem.Reason;

/** What can stand against a change of an organisation or its members. */
public enum OrganisationProblem implements Reason {
    /** The address belongs to a member. */
    ALREADY_MEMBER(409),
    /** The address has an open invitation. */
    ALREADY_INVITED(409),
    LIMIT_MEMBERS(409),
    /** The OWNER neither leaves, nor is removed or changed: ownership is transferred. */
    OWNER_STAYS(409),
    /** The invitation is for another e-mail address than the caller's. */
    INVITATION_FOR_ANOTHER(403),
    INVITATION_EXPIRED(410);

    private final int status;

    OrganisationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
