package io.nocode.runtime.policies;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Decision;
import io.nocode.runtime.query.Asker;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.TablePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a caller may do with the rows of a project: the role table, refined by the policies of each table. It
 * costs no statement.
 */
@ApplicationScoped
public class RowAccess {
    private static final Map<Act, Action> ACTIONS = Map.of(
            Act.READ, Action.ROWS_READ,
            Act.CREATE, Action.ROWS_CREATE,
            Act.UPDATE, Action.ROWS_UPDATE,
            Act.DELETE, Action.ROWS_DELETE);

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** What the caller may do with each table of the project. */
    public Permits permits(ProjectRef project) {
        return made(project);
    }

    /**
     * What the caller may do, if they may do this with the rows of a table.
     *
     * @param table null where there is none of the name: nobody may do anything with it
     * @throws Problem UNAUTHENTICATED for nobody known; NOT_FOUND for who may not even know of the table; FORBIDDEN for
     *     who may do no more than that
     */
    public Permits require(ProjectRef project, @Nullable LiveTable table, Act act) {
        TablePermits permits = made(project);
        if (table != null && permits.may(table, act)) {
            access.concerns(project.target());
            return permits;
        }
        Caller caller = CurrentUser.get();
        if (caller instanceof Caller.Anonymous) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        Decision decision = access.decide(caller, action(act), project.target());
        if (table == null && decision.isAllowed()) {
            throw CommonProblem.NOT_FOUND.because();
        }
        boolean knows = decision.isSeen() || (table != null && permits.mayAnything(table));
        throw (knows ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND).because();
    }

    /**
     * What the caller may do, if they may do anything with the rows of a table.
     *
     * @throws Problem as {@link #require}
     */
    public Permits requireAct(ProjectRef project, @Nullable LiveTable table) {
        Act first = Act.READ;
        if (table != null) {
            TablePermits permits = made(project);
            for (Act act : Act.values()) {
                first = permits.may(table, first) ? first : act;
            }
        }
        return require(project, table, first);
    }

    /**
     * What the caller may do, if they may read rows of any of these tables, or of all there will be.
     *
     * @throws Problem as {@link #require}
     */
    public Permits requireAny(ProjectRef project, Collection<LiveTable> tables) {
        TablePermits permits = made(project);
        Caller caller = CurrentUser.get();
        Decision decision = access.decide(caller, Action.ROWS_READ, project.target());
        if (decision.isAllowed() || tables.stream().anyMatch(permits::mayAnything)) {
            access.concerns(project.target());
            return permits;
        }
        throw (caller instanceof Caller.Anonymous
                        ? CommonProblem.UNAUTHENTICATED
                        : decision.isSeen() ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND)
                .because();
    }

    /**
     * The environment that a request is about: the project's default unless it says so. An end user's is that of their
     * account, and no other.
     *
     * @throws Problem NOT_FOUND where an end user asks for another
     */
    public static String environment(ProjectRef project, @Nullable String asked) {
        if (CurrentUser.get() instanceof Caller.EndUser user) {
            if (asked != null && !asked.equals(user.environment())) {
                throw CommonProblem.NOT_FOUND.because();
            }
            return user.environment();
        }
        return asked == null ? project.defaultEnvironment() : asked;
    }

    private TablePermits made(ProjectRef project) {
        Caller caller = CurrentUser.get();
        Standing who = standing(caller, project);
        Set<String> teams = access.teams(project.organizationId());
        return new TablePermits(
                who,
                new Asker(
                        caller.userId(),
                        email(caller),
                        who.role(),
                        teams.stream().toList(),
                        clock.instant()));
    }

    private Standing standing(Caller caller, ProjectRef project) {
        if (caller instanceof Caller.Anonymous) {
            return new Standing(TablePolicy.PUBLIC, false, Set.of());
        }
        if (caller instanceof Caller.EndUser user) {
            // In another project than that of their application they are anybody.
            return new Standing(
                    user.project().equals(project.id()) ? user.role() : TablePolicy.PUBLIC, false, Set.of());
        }
        Role role = access.decide(caller, Action.ROWS_READ, project.target()).role();
        Set<Act> byRole = EnumSet.noneOf(Act.class);
        ACTIONS.forEach((act, action) -> {
            if (access.decide(caller, action, project.target()).isAllowed()) {
                byRole.add(act);
            }
        });
        return new Standing(role.name(), role.atLeast(Role.ADMIN), byRole);
    }

    private static @Nullable String email(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user.email();
        }
        if (caller instanceof Caller.EndUser user) {
            return user.email();
        }
        return caller instanceof Caller.ApiKey key ? key.email() : null;
    }

    private static Action action(Act act) {
        return java.util.Objects.requireNonNull(ACTIONS.get(act));
    }
}
