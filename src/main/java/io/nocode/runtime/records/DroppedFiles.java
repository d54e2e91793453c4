package io.nocode.runtime.records;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes, once an hour, the files of fields that are gone and that no backup can bring back. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class DroppedFiles {
    private static final Logger LOG = Logger.getLogger(DroppedFiles.class.getName());

    private static final Duration GRACE = Duration.ofHours(1);

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Deletes them now. */
    public void sweep() {
        database.update(Sql.of(
                "delete from row_file f where f.dropped_at < ?"
                        + " and not exists (select 1 from deployment_backup b join deployment d on d.id = b.deployment_id"
                        + " where d.project_id = f.project_id)",
                clock.instant().minus(GRACE)));
    }

    @Schedule(hour = "*", minute = "37", persistent = false)
    void hourly() {
        try {
            sweep();
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server; the next hour tries again.
            LOG.log(Level.WARNING, "Files of fields that are gone were not deleted.", away);
        }
    }
}
