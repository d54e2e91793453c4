package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nocode.launcher.LocalPostgres;
import io.nocode.runtime.deployments.Desk;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Client;
import io.nocode.testing.Form;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole without this platform: its file alone, in an empty database, has every cell, rule and byte. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class PlainRestoreIT {
    private static final String AWKWARD = "tab\tline\nback\\slash \\N \\. 'quote' \"é\" \r $nocode$ 😀";
    private static final String CELLS = "select c.relname, a.attname from pg_class c join pg_namespace n on"
            + " n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid where n.nspname = '%s'"
            + " and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname not like '\\_file%%'"
            + " order by 1, a.attnum";
    private static final String RULES = "select c.relname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k"
            + " join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = '%s' and c.relname not like '\\_file%%' and k.contype <> 'n' order by 1, 2";
    /** Those of words need an extension, and are left out where it is missing. */
    private static final String INDEXES = "select indexname, indexdef from pg_indexes where schemaname = '%s'"
            + " and tablename not like '\\_file%%' and indexdef not like '%%gin%%' order by 1";

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();
    private final BackupDesk backups = new BackupDesk(desk);
    private final byte[] large = new byte[900_001];

    @Test
    void psqlAloneBringsEverythingBack() throws Exception {
        Path script = backup();
        assumeTrue(hasPsql(), "There is no psql on the PATH.");
        String database = TestInstallation.get().postgres().emptyDatabase("plain_" + digits());
        URI url = URI.create(database.substring("jdbc:".length()));
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "--no-psqlrc",
                        "--quiet",
                        "--set=ON_ERROR_STOP=1",
                        "--host=" + url.getHost(),
                        "--port=" + url.getPort(),
                        "--username=" + LocalPostgres.USER,
                        "--dbname=" + url.getPath().substring(1),
                        "--file=" + script)
                .redirectErrorStream(true);
        psql.environment().put("PGPASSWORD", LocalPostgres.PASSWORD);
        Process running = psql.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("ERROR", "WARNING", "NOTICE");
        compare(database);
    }

    @Test
    void whoReadsStatementsAndCopyAloneBringsEverythingBack() throws Exception {
        Path script = backup();
        String database = TestInstallation.get().postgres().emptyDatabase("plain_" + digits());
        try (Connection connection = open(database)) {
            Psql.run(connection, Files.readString(script));
        }
        compare(database);
    }

    private static String digits() {
        return Ids.next().toString().replace("-", "");
    }

    private static boolean hasPsql() throws InterruptedException {
        try {
            return new ProcessBuilder("psql", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** The file of a backup of everything that a table can have. */
    private Path backup() throws IOException {
        new Random(5).nextBytes(large);
        desk.table("clients", """
                [{"name": "name", "type": "string", "required": true, "max_length": 200},
                 {"name": "email", "type": "email", "unique": true},
                 {"name": "photo", "type": "file"}, {"name": "papers", "type": "file", "multiple": true}]
                """);
        desk.table("orders", """
                [{"name": "number", "type": "autonumber"}, {"name": "text", "type": "text"},
                 {"name": "rich", "type": "rich_text"}, {"name": "int", "type": "integer", "min_value": 0},
                 {"name": "big", "type": "bigint"}, {"name": "price", "type": "decimal", "indexed": true},
                 {"name": "ratio", "type": "float"}, {"name": "ok", "type": "boolean"}, {"name": "day", "type": "date"},
                 {"name": "at", "type": "time"}, {"name": "moment", "type": "datetime"}, {"name": "more", "type": "json"},
                 {"name": "ref", "type": "uuid"}, {"name": "site", "type": "url"}, {"name": "color", "type": "color"},
                 {"name": "kind", "type": "choice", "choices": ["a", "b"]},
                 {"name": "tags", "type": "multi_choice", "choices": ["a", "b"]},
                 {"name": "double", "type": "formula", "expression": "price * 2"},
                 {"name": "owner", "type": "user"},
                 {"name": "client", "type": "relation", "target": "clients", "required": true},
                 {"name": "others", "type": "relation", "target": "clients", "kind": "many_to_many"}]
                """);
        desk.publish();
        desk.deploy(Map.of());
        Client prod = desk.prod();
        String client = desk.row("clients", Map.of("name", AWKWARD, "email", "ada@example.com"));
        String files = desk.rows("clients") + client + "/files/";
        prod.post(files + "photo/", Form.of("file", "large.bin", large)).expect(201);
        prod.post(files + "papers/", Form.of("file", "empty", new byte[0]).and("file", "é.txt", new byte[] {'\\', 0, 9
                }))
                .expect(201);
        String order = prod.post(desk.rows("orders"), """
                        {"text": "a\\tb\\\\N", "rich": "<p>x</p>", "int": 7, "big": 9007199254740993, "price": 12.50,
                         "ratio": 0.1, "ok": true, "day": "2026-02-28", "at": "23:59:58", "moment": "2026-02-28T12:00:00Z",
                         "more": {"deep": [1, "two\\n"]}, "ref": "%s", "site": "https://example.com/", "color": "#ff0000",
                         "kind": "b", "tags": ["a", "b"], "client": "%s"}
                        """.formatted(Ids.next(), client))
                .expect(201)
                .id();
        desk.row("orders", Map.of("client", client));
        prod.post(desk.rows("orders") + order + "/links/others/", Map.of("ids", List.of(client)))
                .expect(200);
        byte[] packed = prod.bytes(backups.path() + backups.make("prod") + "/download/?format=gzip");
        Path script = folder.resolve("backup.sql");
        try (var lines = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
            Files.copy(lines, script);
        }
        return script;
    }

    private void compare(String database) throws SQLException {
        try (Connection live = TestInstallation.database();
                Connection restored = open(database)) {
            String schema = desk.pgSchema(live, "prod");
            List<List<String>> columns = rows(live, CELLS.formatted(schema));
            assertThat(columns).hasSizeGreaterThan(30);
            assertThat(rows(restored, CELLS.formatted(schema))).isEqualTo(columns);
            for (String table :
                    columns.stream().map(each -> each.get(0)).distinct().toList()) {
                String cells = "select t::text from " + schema + ".\"" + table + "\" t order by 1";
                assertThat(rows(live, cells)).isNotEmpty();
                assertThat(rows(restored, cells)).as(table).isEqualTo(rows(live, cells));
            }
            assertThat(rows(restored, RULES.formatted(schema)))
                    .hasSizeGreaterThan(8)
                    .isEqualTo(rows(live, RULES.formatted(schema)));
            assertThat(rows(restored, INDEXES.formatted(schema))).isEqualTo(rows(live, INDEXES.formatted(schema)));
            String files = "select f.name, f.content_type, f.size, s.sha256, f.row_id from nocode.row_file f"
                    + " join nocode.stored_file s on s.id = f.stored_id where f.pg_schema = '" + schema
                    + "' order by 1";
            String bytes = "select f.name, f.content_type, f.size, encode(sha256(string_agg(b.content, '' order by"
                    + " b.start_at)), 'hex'), f.row_id from " + schema + "._files f join " + schema
                    + "._file_bytes b using (stored_id) group by f.id order by 1";
            assertThat(rows(restored, bytes)).hasSize(3).isEqualTo(rows(live, files));
        }
    }

    private static Connection open(String database) throws SQLException {
        return DriverManager.getConnection(database, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    private static List<List<String>> rows(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
