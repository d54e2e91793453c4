package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.EnvironmentSwitch;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import io.nocode.studio.tables.SchemaChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives an environment what a backup holds. The rows are written beside what is there, and the two change places by
 * their names: nobody waits, and nobody sees half of it. What was there is put aside until a backup of it is made.
 */
@ApplicationScoped
class Restoring {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Pattern COPY = Pattern.compile("copy \"[^\"]+\"\\.\"([^\"]+)\" \\((.*)\\) from stdin;");

    @Inject
    private BackupStore store;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Columns columns;

    @Inject
    private BackupFiles files;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Outbox outbox;

    @Inject
    private Database database;

    /** Restores within the caller's transaction, and tells what was done. */
    ObjectNode run(UUID project, Stage stage, UUID backup, UUID requestedBy) {
        database.takeTime();
        BackupStore.Content content = store.content(backup);
        int version = Objects.requireNonNull(content.version());
        List<TableSchema> tables = TableSchemaJson.readAll(content.tables());
        Identifier live = projects.find(project).pgSchema(stage.wire());
        Identifier fresh = aside(live, "n", backup);
        Script script = new Script(fresh, tables);
        database.execute(List.of("drop schema if exists " + fresh + " cascade", "create schema " + fresh));
        database.execute(script.makes());
        database.execute(
                List.of(FileTables.makeFiles(fresh), "create index on " + FileTables.files(fresh) + " (stored_id)"));
        Map<String, Long> rows = fill(fresh, backup);
        bringFiles(fresh, backup);
        database.execute(script.holds());

        environments.lock(project, stage.wire());
        if (environments.isDeploying(project, stage.wire())) {
            throw BackupProblem.ENVIRONMENT_BUSY.because();
        }
        files.keep(fresh);
        // Some may have been deleted meanwhile.
        bringFiles(fresh, backup);
        ObjectNode details = Json.object().put("version", version);
        environments.held(project, stage).ifPresent(held -> {
            UUID before = store.add(project, stage, BackupReason.BEFORE_RESTORE, requestedBy);
            Identifier old = aside(live, "o", before);
            changes.settle(new Script(live, held.tables()).filled());
            database.execute(List.of("alter schema " + live + " rename to " + old));
            files.move(live, old);
            store.aside(before, old, held.version(), held.tables());
            outbox.put(BackupHandler.KIND, Map.of("backup_id", before));
            details.put("replaced_backup_id", before.toString());
        });
        database.execute(List.of("drop schema if exists " + live + " cascade"));
        files.release(live);
        files.give(project, fresh, live);
        database.execute(List.of("alter schema " + fresh + " rename to " + live));
        environments.holds(project, stage, version);
        details.put("files", Objects.requireNonNullElse(rows.remove(FileTables.FILES), 0L));
        details.set("rows_by_table", Json.tree(rows));
        return details;
    }

    /** The name of a schema beside a live one; short enough whatever the project is called. */
    private static Identifier aside(Identifier live, String kind, UUID id) {
        String digits = id.toString().replace("-", "");
        return Identifier.of(live.name().substring(0, Math.min(live.name().length(), 28)) + "_" + kind + digits);
    }

    private Map<String, Long> fill(Identifier fresh, UUID backup) {
        Map<String, Long> rows = new LinkedHashMap<>();
        read(backup, (table, names, lines) -> {
            if (!table.equals(FileTables.BYTES)) {
                rows.put(table, fill(fresh, table, names, lines));
            }
        });
        return rows;
    }

    /** Brings back the bytes that nothing has any more. */
    private void bringFiles(Identifier fresh, UUID backup) {
        if (files.isAnyMissing(fresh)) {
            read(backup, (table, names, lines) -> {
                if (table.equals(FileTables.BYTES)) {
                    files.bring(fresh, lines);
                }
            });
        }
    }

    /** Takes the lines of a table; those that it leaves are passed over. */
    private interface Taker {
        void take(String table, List<String> columns, BufferedReader lines) throws IOException;
    }

    private void read(UUID backup, Taker taker) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new PackedInput(number -> store.chunk(backup, number)), 64 * 1024),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher copy = COPY.matcher(line);
                if (copy.matches()) {
                    taker.take(copy.group(1), names(copy.group(2)), lines);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(", "))
                .map(name -> name.substring(1, name.length() - 1))
                .toList();
    }

    private long fill(Identifier fresh, String table, List<String> names, BufferedReader lines) throws IOException {
        String name = fresh + "." + Identifier.of(table);
        Sheet sheet = new Sheet(name, names, columns.of(name));
        long count = 0;
        for (String line = lines.readLine(); line != null && !line.equals(CopyText.END); line = lines.readLine()) {
            sheet.add(CopyText.values(line));
            count++;
            if (sheet.size() == ROWS_AT_ONCE) {
                database.update(sheet.take());
            }
        }
        if (sheet.size() > 0) {
            database.update(sheet.take());
        }
        return count;
    }

    /** Some rows, column by column. Columns that the table does not have were made by hand, and are left out. */
    private static final class Sheet {
        private final String statement;
        private final List<Integer> places = new ArrayList<>();
        private final List<List<@Nullable String>> values = new ArrayList<>();

        Sheet(String table, List<String> names, List<Columns.Stored> stored) {
            List<String> into = new ArrayList<>();
            List<String> from = new ArrayList<>();
            List<String> arrays = new ArrayList<>();
            for (Columns.Stored column : stored) {
                int place = names.indexOf(column.name());
                if (place >= 0) {
                    String given = "c" + places.size();
                    into.add(Identifier.of(column.name()).quoted());
                    from.add("x." + given + "::" + column.type());
                    arrays.add(given);
                    places.add(place);
                    values.add(new ArrayList<>());
                }
            }
            this.statement = "insert into " + table + " (" + String.join(", ", into) + ") select "
                    + String.join(", ", from) + " from unnest("
                    + String.join(", ", Collections.nCopies(arrays.size(), "?::text[]")) + ") as x ("
                    + String.join(", ", arrays) + ")";
        }

        void add(List<@Nullable String> row) {
            for (int i = 0; i < places.size(); i++) {
                values.get(i).add(row.get(places.get(i)));
            }
        }

        int size() {
            return values.get(0).size();
        }

        Sql take() {
            Object[] arrays = values.stream().map(ArrayList::new).toArray();
            values.forEach(List::clear);
            return Sql.of(statement, arrays);
        }
    }
}
