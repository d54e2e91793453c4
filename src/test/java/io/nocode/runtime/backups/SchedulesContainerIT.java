package io.nocode.runtime.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nocode.container.MovedClock;
import io.nocode.container.SampleProject;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backups that are due, and those whose time is over, on a clock that the test moves. */
@ArquillianTest
class SchedulesContainerIT {
    @Inject
    private Schedules schedules;

    @Inject
    private BackupStore backups;

    @Inject
    private Database database;

    @Resource
    private ManagedExecutorService executor;

    private UUID project;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "nocode.war")
                .importFrom(new File(System.getProperty("nocode.war", "target/nocode.war")))
                .as(WebArchive.class)
                .addClasses(SchedulesContainerIT.class, MovedClock.class, SampleProject.class);
    }

    @BeforeEach
    void aProjectWithProdDailyBackedUp() {
        project = SampleProject.insert(database);
        database.update(Sql.of(
                "insert into environment (id, project_id, name, version_number, tables, content, created_at, updated_at)"
                        + " values (?, ?, 'prod', 1, '[]', '{}', now(), now())",
                Ids.next(),
                project));
        schedule("prod", 2);
    }

    @AfterEach
    void now() {
        MovedClock.later(Duration.ZERO);
        database.update(Sql.of("delete from project where id = ?", project));
    }

    @Test
    void eachIsAskedForOnceWhenItsTimeHasComeOnWhateverNode() throws Exception {
        schedules.askForDue();
        assertEquals(0, count("reason = 'scheduled'"));
        for (int day = 1; day <= 2; day++) {
            MovedClock.later(Duration.ofDays(day).plusMinutes(day));
            List<Future<?>> nodes = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                nodes.add(executor.submit(schedules::askForDue));
            }
            for (Future<?> node : nodes) {
                node.get();
            }
            assertEquals(day, count("reason = 'scheduled'"));
        }
    }

    @Test
    void whereNothingIsDeployedNothingIsBackedUp() {
        schedule("staging", 2);
        MovedClock.later(Duration.ofDays(2));
        schedules.askForDue();
        assertEquals(0, count("environment = 'staging'"));
        assertEquals(1, count("environment = 'prod'"));
    }

    @Test
    void asManyStayAsTheScheduleSaysAndOthersAreLeftAlone() {
        UUID manual = made(BackupReason.MANUAL, 0);
        UUID first = made(BackupReason.SCHEDULED, 1);
        UUID second = made(BackupReason.SCHEDULED, 2);
        assertEquals(3, count("true"));
        UUID third = made(BackupReason.SCHEDULED, 3);
        assertEquals(0, count("id = '" + first + "'"));
        assertEquals(3, count("id in ('" + manual + "', '" + second + "', '" + third + "')"));
    }

    @Test
    void whatNoScheduleCountsGoesAfterNinetyDays() {
        UUID manual = made(BackupReason.MANUAL, 0);
        UUID scheduled = made(BackupReason.SCHEDULED, 0);
        UUID failed = backups.add(project, Stage.PROD, BackupReason.SCHEDULED, null);
        backups.failed(failed, "It could not be made.");
        MovedClock.later(Duration.ofDays(89));
        schedules.askForDue();
        assertEquals(3, count("id in ('" + manual + "', '" + scheduled + "', '" + failed + "')"));
        MovedClock.later(Duration.ofDays(91));
        schedules.askForDue();
        assertEquals(0, count("id in ('" + manual + "', '" + failed + "')"));
        assertEquals(1, count("id = '" + scheduled + "'"));
    }

    private void schedule(String environment, int keep) {
        database.update(Sql.of(
                "insert into backup_schedule (id, project_id, environment, every_hours, keep, next_at, created_by,"
                        + " created_at, updated_at) values (?, ?, ?, 24, ?, ?, ?, now(), now())",
                Ids.next(),
                project,
                environment,
                keep,
                Instant.now().plus(Duration.ofHours(24)),
                Ids.next()));
    }

    /** A backup that has been made so many hours from now. */
    private UUID made(BackupReason reason, int hour) {
        MovedClock.later(Duration.ofHours(hour));
        UUID id = backups.add(project, Stage.PROD, reason, null);
        backups.succeeded(backups.find(id).orElseThrow(), 1, List.of(), 0, 0, "");
        return id;
    }

    private long count(String condition) {
        return database.first(
                        Sql.of(
                                "select count(*) from environment_backup where project_id = ? and (" + condition + ")",
                                project),
                        row -> row.number("count"))
                .orElse(0L);
    }
}
