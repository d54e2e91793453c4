package io.nocode.shared.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nocode.container.MovedClock;
import io.nocode.container.SampleProject;
import io.nocode.runtime.records.DroppedFiles;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When bytes go, on a clock that the test moves. */
@ArquillianTest
class FilesContainerIT {
    private static final Duration DAY = Duration.ofHours(25);

    @Inject
    private StoredFiles stored;

    @Inject
    private FileSweep sweep;

    @Inject
    private DroppedFiles dropped;

    @Inject
    private Database database;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "nocode.war")
                .importFrom(new File(System.getProperty("nocode.war", "target/nocode.war")))
                .as(WebArchive.class)
                .addClasses(FilesContainerIT.class, MovedClock.class, SampleProject.class);
    }

    @AfterEach
    void now() {
        MovedClock.later(Duration.ZERO);
    }

    @Test
    void bytesThatNoTransactionHasConfirmedGoAfterADay() throws Exception {
        StoredFile orphan;
        try (Spool spool = spool()) {
            orphan = stored.bring(spool);
            transaction.begin();
            stored.keep(orphan, spool);
            transaction.rollback();
        }
        sweep.run();
        assertTrue(Files.exists(path(orphan)));
        MovedClock.later(DAY);
        sweep.run();
        assertFalse(Files.exists(path(orphan)));
    }

    @Test
    void bytesThatNoRowNamesGoAfterADay() throws Exception {
        StoredFile unnamed = kept();
        sweep.run();
        assertTrue(isKnown(unnamed));
        MovedClock.later(DAY);
        sweep.run();
        assertFalse(isKnown(unnamed));
        assertFalse(Files.exists(path(unnamed)));
    }

    @Test
    void deletedBytesGoButNotFromThoseWhoReadThemAsTheyWere() throws Exception {
        StoredFile file = kept();
        transaction.begin();
        stored.hold();
        assertTrue(isKnown(file));
        MovedClock.later(DAY);
        // In a transaction of its own.
        sweep.run();
        assertFalse(isKnown(file));
        assertTrue(Files.exists(path(file)));
        transaction.commit();
        sweep.run();
        assertFalse(Files.exists(path(file)));
    }

    @Test
    void filesOfAFieldThatIsGoneStayAnHourAndAsLongAsABackupCouldBringItBack() throws Exception {
        StoredFile file = kept();
        UUID project = SampleProject.insert(database);
        UUID entry = Ids.next();
        database.update(Sql.of(
                "insert into row_file (pg_schema, id, project_id, field_id, row_id, stored_id, name, content_type, size,"
                        + " created_at, dropped_at) values ('x_prod', ?, ?, ?, ?, ?, 'x', 'text/plain', 3, ?, ?)",
                entry,
                project,
                Ids.next(),
                Ids.next(),
                file.id(),
                Instant.now(),
                Instant.now()));
        dropped.sweep();
        assertTrue(isKnown(file));
        MovedClock.later(Duration.ofHours(2));
        dropped.sweep();
        assertEquals(0, database.update(Sql.of("delete from row_file where id = ?", entry)));
        assertFalse(isKnown(file));
        sweep.run();
        assertFalse(Files.exists(path(file)));
    }

    private StoredFile kept() throws Exception {
        try (Spool spool = spool()) {
            StoredFile file = stored.bring(spool);
            transaction.begin();
            stored.keep(file, spool);
            transaction.commit();
            assertEquals(StoredFile.Place.DIRECTORY, file.place());
            return file;
        }
    }

    private static Spool spool() throws Exception {
        Spool spool = Spool.open(10, IllegalStateException::new);
        spool.write(new byte[] {1, 2, 3});
        return spool;
    }

    private boolean isKnown(StoredFile file) {
        return database.exists(Sql.of("select 1 from stored_file where id = ?", file.id()));
    }

    private static Path path(StoredFile file) {
        String name = file.id().toString();
        return Path.of(System.getProperty("nocode.files.dir"), name.substring(34), name);
    }
}
