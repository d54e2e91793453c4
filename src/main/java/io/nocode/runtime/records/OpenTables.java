package io.nocode.runtime.records;

import io.nocode.foundation.access.Action;
import io.nocode.foundation.subscriptions.StorageRoom;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.runtime.policies.RowAccess;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.PresentRows;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
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

    private @Nullable LiveTable find(UUID project, String environment, String table) {
        return environments.find(project, environment).get(table);
    }

    private static Act act(Action action) {
        return switch (action) {
            case ROWS_READ -> Act.READ;
            case ROWS_CREATE -> Act.CREATE;
            case ROWS_UPDATE -> Act.UPDATE;
            case ROWS_DELETE -> Act.DELETE;
            default -> throw new IllegalArgumentException(action.wireName());
        };
    }

    private OpenTable open(UUID projectId, @Nullable String environment, String table, Action action) {
        ProjectRef project = projects.find(projectId);
        String name = RowAccess.environment(project, environment);
        LiveTable live = find(projectId, name, table);
        Permits permits = access.require(project, live, act(action));
        if (action == Action.ROWS_CREATE) {
            storage.require(project.organizationId());
        }
        // Nobody is let in where there is no table.
        return new OpenTable(project, name, Objects.requireNonNull(live), new PresentRows(permits), false);
    }
}
