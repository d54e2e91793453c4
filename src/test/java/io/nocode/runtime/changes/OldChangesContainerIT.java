package io.nocode.runtime.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes of changes that nobody can ask for any more, and what stays. */
@ArquillianTest
class OldChangesContainerIT {
    @Inject
    private OldChanges old;

    @Inject
    private Database database;

    private long stream;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "nocode.war")
                .importFrom(new File(System.getProperty("nocode.war", "target/nocode.war")))
                .as(WebArchive.class)
                .addClass(OldChangesContainerIT.class);
    }

    /** A recording of two transactions of two changes each. */
    @BeforeEach
    void aRecording() {
        stream = database.first(
                        Sql.of(
                                "insert into row_stream (relid, floor, until, created_at) values"
                                        + " ('nocode.project'::regclass::oid, '0', now() + interval '1 hour', now()) returning id"),
                        row -> row.number("id"))
                .orElseThrow();
        for (String xid : List.of("10", "20")) {
            database.update(Sql.of(
                    "insert into row_change (stream, xid, form, action, row_id)"
                            + " select ?, ?::xid8, 1, 'I', gen_random_uuid() from generate_series(1, 2)",
                    stream,
                    xid));
            database.update(Sql.of("insert into row_commit (stream, xid) values (?, ?::xid8)", stream, xid));
        }
    }

    @Test
    void whatLiesBelowTheFloorGoesWithItsTransactions() {
        database.update(Sql.of("update row_stream set floor = '15' where id = ?", stream));
        assertFalse(old.dropSome(stream));
        assertEquals(List.of(20L, 20L), kept("row_change"));
        assertEquals(List.of(20L), kept("row_commit"));
        database.update(Sql.of("delete from row_stream where id = ?", stream));
    }

    @Test
    void nothingIsKeptOfARecordingThatHasEnded() {
        assertFalse(old.dropSomeOfEnded());
        assertEquals(4, kept("row_change").size());
        assertEquals(2, kept("row_commit").size());
        database.update(Sql.of("delete from row_stream where id = ?", stream));
        assertFalse(old.dropSomeOfEnded());
        assertEquals(List.of(), kept("row_change"));
        assertEquals(List.of(), kept("row_commit"));
    }

    private List<Long> kept(String table) {
        return database.list(
                Sql.of("select xid::text::bigint as xid from " + table + " where stream = ? order by xid", stream),
                row -> row.number("xid"));
    }
}
