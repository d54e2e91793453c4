package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** The second lock behind the front door: a method that is not marked {@link Anyone} is never run for nobody. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AnyoneFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (CurrentUser.get() instanceof Caller.Anonymous
                && (method == null || !method.isAnnotationPresent(Anyone.class))) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
    }
}
