package io.nocode.runtime.policies;

import io.nocode.studio.schema.Act;
import java.util.Set;

/**
 * What somebody is in a project, before any policy is looked at.
 *
 * @param role as policies call it: VIEWER, MEMBER, CLIENT, what an application calls its end user, or {@code public}
 *     for nobody known
 * @param unbounded whether no policy can lock them out
 * @param byRole what their role may do with the rows of tables on which it has no policy
 */
record Standing(String role, boolean unbounded, Set<Act> byRole) {
    Standing {
        byRole = Set.copyOf(byRole);
    }
}
