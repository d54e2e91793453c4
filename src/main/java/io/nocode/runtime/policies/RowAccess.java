package io.nocode.runtime.policies;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Decides what a caller may do with the rows of a project. No table has policies of its own yet, so the role table
 * decides alone: nobody without a role has anything, public project or not.
 */
@ApplicationScoped
public class RowAccess {
    @Inject
    private Access access;

    /**
     * What the caller may read, if they may act at all.
     *
     * @throws io.nocode.shared.problem.Problem UNAUTHENTICATED for nobody; NOT_FOUND where the project may not even be
     *     seen; FORBIDDEN where the role is too low
     */
    public Permits require(ProjectRef project, Action action) {
        if (CurrentUser.get() instanceof Caller.Anonymous) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        access.require(action, project.target());
        return Permits.EVERYTHING;
    }

    /** Whether somebody who reads rows of the project may do this too. */
    public boolean may(ProjectRef project, Action action) {
        return access.may(action, project.target());
    }
}
