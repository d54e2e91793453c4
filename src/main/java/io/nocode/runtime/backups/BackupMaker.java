package io.nocode.runtime.backups;

import io.nocode.runtime.deployments.EnvironmentSwitch;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the file of a backup: every row as it was at one moment, while others go on writing. One transaction, so that
 * what was interrupted has left nothing.
 */
@ApplicationScoped
class BackupMaker {
    @Inject
    private BackupStore store;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Columns columns;

    @Inject
    private CopyLines copies;

    @Inject
    private BackupFiles files;

    @Inject
    private Aside aside;

    @Inject
    private Database database;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void begin(UUID id) {
        store.running(id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void make(UUID id) {
        database.execute(List.of("set transaction isolation level repeatable read", "set local statement_timeout = 0"));
        files.hold();
        BackupView backup = store.find(id).orElse(null);
        if (backup == null || backup.status().isFinal()) {
            return;
        }
        BackupStore.Content content = store.content(id);
        EnvironmentSwitch.Held held;
        if (content.version() != null) {
            held = new EnvironmentSwitch.Held(content.version(), TableSchemaJson.readAll(content.tables()));
        } else {
            Optional<EnvironmentSwitch.Held> live = environments.held(backup.projectId(), backup.environment());
            held = live.orElseThrow(BackupProblem.NOTHING_DEPLOYED::because);
        }
        Identifier own =
                projects.find(backup.projectId()).pgSchema(backup.environment().wire());
        Identifier source = content.sourceSchema() == null ? own : Identifier.of(content.sourceSchema());
        PackedOutput file = new PackedOutput((number, piece) -> store.chunk(id, number, piece));
        long rows = write(file, backup, held, own, source);
        store.succeeded(backup, held.version(), held.tables(), rows, file.size(), file.sha256());
    }

    /** Lets go of what a backup was made from, if that was put aside for it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void clear(UUID id) {
        database.takeTime();
        aside.drop(id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(UUID id, String why) {
        store.failed(id, why);
    }

    private long write(
            PackedOutput file, BackupView backup, EnvironmentSwitch.Held held, Identifier own, Identifier source) {
        Script script = new Script(own, held.tables());
        long rows = 0;
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(file, 64 * 1024), StandardCharsets.UTF_8)) {
            out.write(script.head(Json.object()
                    .put("format", 2)
                    .put("project", backup.projectId().toString())
                    .put("environment", backup.environment().wire())
                    .put("version", held.version())
                    .put("made_at", backup.createdAt().toString())));
            for (String table : script.filled()) {
                rows += rows(out, table, source + table.substring(own.quoted().length()));
            }
            if (!script.fileFields().isEmpty()) {
                files.write(out, own, source, script.fileFields());
            }
            out.write(script.foot());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }

    private long rows(Writer out, String table, String from) throws IOException {
        List<String> names = columns.of(from).stream().map(Columns.Stored::name).toList();
        String select =
                names.stream().map(name -> Identifier.of(name) + "::text").collect(Collectors.joining(", "));
        return copies.write(out, table, names, Sql.of("select " + select + " from " + from));
    }
}
