package io.nocode.runtime.policies;

import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks who is there before anything else is looked at: the front door lets everybody through to the rows, and only where
 * a table's {@code public} policies let everybody do this does anybody without a token get further.
 */
@Provider
@PreMatching
public class SignedInForRows implements ContainerRequestFilter {
    @Inject
    private ProjectDirectory projects;

    @Inject
    private EnvironmentTables environments;

    @Inject
    private RowAccess access;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false).replaceFirst("^/", "");
        if (CurrentUser.get() instanceof Caller.Anonymous && RowPath.isOfRows(path) && !isOpen(request, path)) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
    }

    private boolean isOpen(ContainerRequestContext request, String path) {
        try {
            return RowPath.of(request.getMethod(), path)
                    .map(asked -> isOpen(asked, environment(request)))
                    .orElse(false);
        } catch (Problem | IllegalArgumentException nothingThere) {
            return false;
        }
    }

    private boolean isOpen(RowPath asked, String environment) {
        ProjectRef project = projects.find(asked.project());
        Map<String, LiveTable> tables =
                environments.find(project.id(), environment.isEmpty() ? project.defaultEnvironment() : environment);
        Collection<LiveTable> meant = asked.table()
                .map(name -> tables.containsKey(name)
                        ? List.of(Objects.requireNonNull(tables.get(name)))
                        : List.<LiveTable>of())
                .orElseGet(() -> List.copyOf(tables.values()));
        Permits permits = access.permits(project);
        return meant.stream().anyMatch(table -> asked.acts().stream().anyMatch(act -> permits.may(table, act)));
    }

    private static String environment(ContainerRequestContext request) {
        String asked = request.getUriInfo().getQueryParameters().getFirst("environment");
        String header = request.getHeaderString("X-Environment");
        return Objects.requireNonNullElse(asked, Objects.requireNonNullElse(header, ""));
    }
}
