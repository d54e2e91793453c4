package io.nocode.runtime.backups;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What an environment held before it was restored: put aside, files and all, until the backup of it is made. */
@ApplicationScoped
class Aside {
    @Inject
    private BackupStore store;

    @Inject
    private BackupFiles files;

    @Inject
    private Database database;

    /** Takes away what was put aside for a backup, if anything was. */
    void drop(UUID backup) {
        database.first(
                        Sql.of(
                                "select source_schema from environment_backup where id = ? and source_schema is not null"
                                        + " for update",
                                backup),
                        row -> Identifier.of(row.text("source_schema")))
                .ifPresent(pgSchema -> {
                    database.execute(List.of("drop schema if exists " + pgSchema + " cascade"));
                    files.release(pgSchema);
                    store.cleared(backup);
                });
    }
}
