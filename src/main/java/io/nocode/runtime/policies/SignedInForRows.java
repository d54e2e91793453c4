package io.nocode.runtime.policies;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks who is there before anything else is looked at: the front door lets everybody through to the rows, since a
 * table's {@code public} policies may let them in. No table has one yet.
 */
@Provider
@PreMatching
public class SignedInForRows implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (CurrentUser.get() instanceof Caller.Anonymous
                && request.getUriInfo().getPath(false).replaceFirst("^/", "").startsWith("v1/runtime/projects/")) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
    }
}
