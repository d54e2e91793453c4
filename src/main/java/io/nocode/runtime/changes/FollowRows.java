package io.nocode.runtime.changes;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Following;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.Query;
import io.nocode.runtime.query.QueryParser;
import io.nocode.runtime.records.OpenTables;
import io.nocode.shared.events.Listening;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows the rows of a table that one may see and asks for. */
@ApplicationScoped
class FollowRows {
    @Inject
    private OpenTables tables;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private RowFeeds feeds;

    /**
     * Begins to listen; nothing is told yet.
     *
     * @throws io.nocode.shared.problem.Problem as for a list of the same rows
     */
    Listening listen(UUID project, @Nullable String environment, String table, Parameters parameters) {
        Query query = QueryParser.parseEvents(parameters);
        Supplier<Following> plan = () -> tables.with(
                project,
                environment,
                table,
                Action.ROWS_READ,
                open -> Planner.follow(open.table(), open.permits(), query));
        Following following = plan.get();
        UUID organization = projects.find(project).organizationId();
        return new RowFollower(plan, following, feeds, Set.of(project.toString(), organization.toString()));
    }
}
