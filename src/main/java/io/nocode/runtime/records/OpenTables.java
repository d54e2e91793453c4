package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.foundation.subscriptions.StorageRoom;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.runtime.policies.RowAccess;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.PresentRows;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens tables to those who may act on them. Everything that it asks is remembered: it costs no statement. */
@ApplicationScoped
public class OpenTables {
    /** What PostgreSQL says to a statement that was made for a table as it was before. */
    private static final Set<String> OUTDATED = Set.of("42703", "42P01", "0A000", "3F000");

    @Inject
    private ProjectDirectory projects;

    @Inject
    private EnvironmentTables environments;

    @Inject
    private RowAccess access;

    @Inject
    private StorageRoom storage;

    /**
     * Does something with a table. Where the table has changed under it, it is done again with the table as it is now:
     * nothing was written then.
     *
     * @param environment null for the project's default
     * @throws io.nocode.shared.problem.Problem as {@link RowAccess#require}; NOT_FOUND where there is no such table
     */
    public <T> T with(
            UUID project, @Nullable String environment, String table, Action action, Function<OpenTable, T> work) {
        OpenTable open = open(project, environment, table, action);
        try {
            return work.apply(open);
        } catch (DatabaseFault fault) {
            if (!OUTDATED.contains(fault.state())) {
                throw fault;
            }
            environments.forget(project, open.environment());
            return work.apply(open(project, environment, table, action));
        }
    }

    /** An end user's is that of their account, and no other. */
    private static String environment(ProjectRef project, @Nullable String asked) {
        if (CurrentUser.get() instanceof Caller.EndUser user) {
            if (asked != null && !asked.equals(user.environment())) {
                throw CommonProblem.NOT_FOUND.because();
            }
            return user.environment();
        }
        return asked == null ? project.defaultEnvironment() : asked;
    }

    private OpenTable open(UUID projectId, @Nullable String environment, String table, Action action) {
        ProjectRef project = projects.find(projectId);
        Permits permits = access.require(project, action);
        if (action == Action.ROWS_CREATE) {
            storage.require(project.organizationId());
        }
        String name = environment(project, environment);
        LiveTable live = environments.find(projectId, name).get(table);
        if (live == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return new OpenTable(project, name, live, new PresentRows(permits), false);
    }
}
