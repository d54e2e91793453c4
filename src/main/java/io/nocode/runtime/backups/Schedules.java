package io.nocode.runtime.backups;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.id.Ids;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Backups that are made again and again. */
@ApplicationScoped
@Transactional
public class Schedules {
    private static final String SELECT = "select id, project_id, environment, every_hours, keep, next_at, created_by,"
            + " created_at, updated_at from backup_schedule";

    @Inject
    private BackupStore backups;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Access access;

    @Inject
    private Outbox outbox;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    public ScheduleView create(UUID project, ScheduleRequest asked) {
        allowed(project);
        UUID id = Ids.next();
        try {
            database.update(Sql.of(
                    "insert into backup_schedule (id, project_id, environment, every_hours, keep, next_at, created_by,"
                            + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    project,
                    asked.environment().wire(),
                    asked.everyHours(),
                    asked.keep(),
                    clock.instant().plus(Duration.ofHours(asked.everyHours())),
                    CurrentUser.id(),
                    clock.instant(),
                    clock.instant()));
        } catch (DatabaseFault fault) {
            if (fault.constraint().equals("backup_schedule_one")) {
                throw BackupProblem.SCHEDULE_EXISTS.because();
            }
            throw fault;
        }
        return find(project, id);
    }

    public Page<ScheduleView> page(UUID project, PageRequest asked) {
        allowed(project);
        return Page.slice(
                asked,
                database.list(
                        Sql.of(SELECT + " where project_id = ? order by created_at, id", project), Schedules::read));
    }

    public ScheduleView read(UUID project, UUID id) {
        allowed(project);
        return find(project, id);
    }

    public void delete(UUID project, UUID id) {
        allowed(project);
        ScheduleView schedule = find(project, id);
        Preconditions.check(() -> schedule);
        database.update(Sql.of("delete from backup_schedule where id = ?", id));
    }

    /** Asks for the backups whose time has come; each is asked for once, on whatever node. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void askForDue() {
        List<ScheduleView> due = database.list(
                Sql.of(
                        SELECT + " where next_at <= ? order by next_at limit 100 for update skip locked",
                        clock.instant()),
                Schedules::read);
        for (ScheduleView schedule : due) {
            database.update(Sql.of(
                    "update backup_schedule set next_at = ?, updated_at = ? where id = ?",
                    clock.instant().plus(Duration.ofHours(schedule.everyHours())),
                    clock.instant(),
                    schedule.id()));
            boolean isLive = database.exists(Sql.of(
                    "select 1 from environment where project_id = ? and name = ?",
                    schedule.projectId(),
                    schedule.environment().wire()));
            if (isLive) {
                UUID backup = backups.add(schedule.projectId(), schedule.environment(), BackupReason.SCHEDULED, null);
                outbox.put(BackupHandler.KIND, Map.of("backup_id", backup));
            }
        }
        backups.deleteExpired();
    }

    private ScheduleView find(UUID project, UUID id) {
        return database.first(Sql.of(SELECT + " where id = ? and project_id = ?", id, project), Schedules::read)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private void allowed(UUID project) {
        ProjectRef found = projects.require(project, Action.STUDIO_SEE);
        if (!access.may(Action.APPS_MANAGE, found.target())) {
            throw CommonProblem.FORBIDDEN.because();
        }
    }

    private static ScheduleView read(Row row) {
        return new ScheduleView(
                row.uuid("id"),
                row.uuid("project_id"),
                Stage.of(row.text("environment")),
                (int) row.number("every_hours"),
                (int) row.number("keep"),
                row.instant("next_at"),
                row.uuid("created_by"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
