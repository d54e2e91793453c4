package io.nocode.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nocode.shared.id.Ids;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What only the container can show: one transaction for JPA, SQL and the outbox. */
@ArquillianTest
class PlatformContainerIT {
    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Inject
    private Listener listener;

    @Inject
    private UserTransaction transaction;

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "nocode.war")
                .importFrom(new File(System.getProperty("nocode.war", "target/nocode.war")))
                .as(WebArchive.class)
                .addClass(PlatformContainerIT.class);
    }

    @Test
    void whatIsRolledBackNeverWas() throws Exception {
        transaction.begin();
        UUID id = outbox.put("test-nobody-handles", "x", null, Instant.parse("2100-01-01T00:00:00Z"));
        assertTrue(database.exists(Sql.of("select from outbox where id = ?", id)));
        transaction.rollback();
        assertFalse(database.exists(Sql.of("select from outbox where id = ?", id)));
    }

    @Test
    void jpaAndSqlSeeOneTransaction() throws Exception {
        transaction.begin();
        UUID id = outbox.put("test-nobody-handles", "x", null, Instant.parse("2100-01-01T00:00:00Z"));
        Object seen = entities.createNativeQuery("select count(*) from outbox where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        assertEquals(1L, ((Number) seen).longValue());
        transaction.commit();
        assertEquals(1, database.update(Sql.of("delete from outbox where id = ?", id)));
    }

    @Test
    void anOpenEntryWithTheSameKeyIsNotAddedTwice() {
        String key = Ids.next().toString();
        Instant later = Instant.parse("2100-01-01T00:00:00Z");
        outbox.put("test-nobody-handles", "a", key, later);
        outbox.put("test-nobody-handles", "b", key, later);
        assertEquals(1, database.update(Sql.of("delete from outbox where unique_key = ?", key)));
    }

    @Test
    void theDatabaseRoleIsNoSuperuser() {
        assertTrue(database.exists(
                Sql.of("select from pg_roles where rolname = current_user and not rolsuper and not rolcreaterole")));
        assertThrows(DatabaseFault.class, () -> database.exists(Sql.of("select pg_read_file('/etc/passwd')")));
    }

    @Test
    void theServerListensToOtherNodesAndRunsBatchJobs() {
        assertTrue(listener.isListening());
        assertTrue(BatchRuntime.getJobOperator() != null);
    }
}
