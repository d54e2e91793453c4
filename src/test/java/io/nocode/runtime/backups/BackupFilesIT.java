package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.deployments.Desk;
import io.nocode.testing.Client;
import io.nocode.testing.Form;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files go where their rows go: into backups, out of them, and from one environment to another. */
class BackupFilesIT {
    private static final byte[] TEXT = "Grüße\n\\.\n\t\\N".getBytes(StandardCharsets.UTF_8);
    /** Of several pieces. */
    private static final byte[] LARGE = new byte[700_001];

    static {
        new Random(3).nextBytes(LARGE);
    }

    private final Desk desk = new Desk();
    private final BackupDesk backups = new BackupDesk(desk);
    private String docs;

    @BeforeEach
    void aTableWithFiles() {
        docs = desk.table("docs", """
                [{"name": "title", "type": "string"}, {"name": "paper", "type": "file"},
                 {"name": "papers", "type": "file", "multiple": true}]
                """);
        desk.publish();
        desk.deploy(Map.of());
    }

    @Test
    void filesComeBackThoughTheirBytesWereDeleted() {
        String row = desk.row("docs", Map.of("title", "Kept"));
        upload(desk.prod(), row, "paper", "large.bin", LARGE);
        upload(desk.prod(), row, "papers", "Grüße.txt", TEXT);
        upload(desk.prod(), row, "papers", "empty", new byte[0]);
        String other = desk.row("docs", Map.of("title", "Changed"));
        upload(desk.prod(), other, "paper", "old.txt", TEXT);
        JsonNode before = desk.read("docs", row);
        JsonNode changed = desk.read("docs", other);
        String backup = backups.make("prod");

        desk.prod().delete(desk.rows("docs") + row + "/").expect(204);
        upload(desk.prod(), other, "paper", "new.txt", LARGE);
        JsonNode since = desk.read("docs", other);
        JsonNode done = backups.restore(backup, Map.of());

        assertThat(done.at("/details/files").asInt()).isEqualTo(4);
        assertThat(done.at("/details/rows_by_table").properties()).hasSize(1);
        assertThat(desk.read("docs", row)).isEqualTo(before);
        assertThat(content(desk.prod(), before.path("paper"))).isEqualTo(LARGE);
        assertThat(content(desk.prod(), before.at("/papers/0"))).isEqualTo(TEXT);
        assertThat(content(desk.prod(), before.at("/papers/1"))).isEmpty();
        assertThat(desk.read("docs", other)).isEqualTo(changed);
        assertThat(content(desk.prod(), changed.path("paper"))).isEqualTo(TEXT);

        // What was there is in the backup of it, and its files are nobody's any more.
        String replaced = done.at("/details/replaced_backup_id").asText();
        backups.ready(replaced);
        Wait.until(this::entries, count -> count == 4);
        assertThat(stored()).isEqualTo(4);
        backups.restore(replaced, Map.of());
        assertThat(desk.read("docs", other)).isEqualTo(since);
        assertThat(content(desk.prod(), since.path("paper"))).isEqualTo(LARGE);
        desk.prod().get(desk.rows("docs") + row + "/").refused(404, "NOT_FOUND");
    }

    @Test
    void rowsThatAreRestoredKeepTheirFilesWhateverBecomesOfThem() {
        String row = desk.row("docs", Map.of("title", "x"));
        upload(desk.prod(), row, "papers", "1.txt", TEXT);
        String second = upload(desk.prod(), row, "papers", "2.txt", TEXT);
        backups.restore(backups.make("prod"), Map.of());
        desk.prod()
                .delete(desk.rows("docs") + row + "/files/papers/" + second + "/")
                .expect(204);
        upload(desk.prod(), row, "papers", "3.txt", LARGE);
        JsonNode papers = desk.read("docs", row).path("papers");
        assertThat(papers.findValuesAsText("name")).containsExactly("1.txt", "3.txt");
        assertThat(content(desk.prod(), papers.path(1))).isEqualTo(LARGE);
    }

    @Test
    void aBackupOfProdMakesStagingWithItsFiles() {
        String row = desk.row("docs", Map.of("title", "x"));
        upload(desk.prod(), row, "paper", "large.bin", LARGE);
        backups.restore(backups.make("prod"), Map.of("environment", "staging"));
        desk.prod().delete(desk.rows("docs") + row + "/").expect(204);
        Client staging = desk.owner.with("X-Environment", "staging");
        JsonNode there = staging.get(desk.rows("docs") + row + "/").expect(200).json();
        assertThat(content(staging, there.path("paper"))).isEqualTo(LARGE);
    }

    @Test
    void rowsAreCopiedWithTheFilesThatAreNotMasked() {
        String row = desk.row("docs", Map.of("title", "x"));
        upload(desk.prod(), row, "paper", "a.bin", LARGE);
        upload(desk.prod(), row, "papers", "b.txt", TEXT);
        desk.deploy(Map.of("environment", "staging"));
        Client staging = desk.owner.with("X-Environment", "staging");
        String was = staging.post(desk.rows("docs"), Map.of("title", "was there"))
                .expect(201)
                .id();
        upload(staging, was, "paper", "was.bin", TEXT);

        backups.copy("""
                {"from": "prod", "to": "staging", "confirm": true,
                 "masks": [{"table": "docs", "field": "paper", "kind": "null"}]}
                """);
        JsonNode there = staging.get(desk.rows("docs") + row + "/").expect(200).json();
        assertThat(there.path("paper").isNull()).isTrue();
        assertThat(content(staging, there.at("/papers/0"))).isEqualTo(TEXT);
        assertThat(entries()).isEqualTo(3);
        assertThat(stored()).isEqualTo(2);
        desk.prod().delete(desk.rows("docs") + row + "/").expect(204);
        assertThat(content(staging, there.at("/papers/0"))).isEqualTo(TEXT);
        staging.delete(desk.rows("docs") + row + "/").expect(204);
        assertThat(stored()).isZero();
    }

    @Test
    void whereTheFieldHoldsSeveralTheOneIsAmongThem() {
        String row = desk.row("docs", Map.of("title", "x"));
        upload(desk.prod(), row, "paper", "a.txt", TEXT);
        desk.owner
                .patch(
                        "studio/schemas/" + docs + "/fields/" + desk.field(docs, "paper") + "/",
                        Map.of("multiple", true))
                .expect(200);
        backups.copy("{\"from\": \"prod\", \"to\": \"dev\", \"confirm\": true}");
        Client dev = desk.owner.with("X-Environment", "dev");
        JsonNode there = dev.get(desk.rows("docs") + row + "/").expect(200).json();
        assertThat(content(dev, there.at("/paper/0"))).isEqualTo(TEXT);
    }

    @Test
    void masksThatSayNothingOfFilesAreRefused() {
        desk.deploy(Map.of("environment", "staging"));
        desk.owner
                .post(backups.copies(), """
                        {"from": "prod", "to": "staging", "confirm": true, "masks": [
                          {"table": "docs", "field": "paper", "kind": "fake"},
                          {"table": "docs", "field": "paper", "kind": "hash"},
                          {"table": "docs", "field": "papers", "kind": "fixed", "value": []}]}
                        """)
                .refused(400, "INVALID")
                .blaming("masks[0]")
                .blaming("masks[1]")
                .blaming("masks[2]");
    }

    private String upload(Client who, String row, String field, String name, byte[] content) {
        return who.post(desk.rows("docs") + row + "/files/" + field + "/", Form.of("file", name, content))
                .expect(201)
                .id();
    }

    private static byte[] content(Client who, JsonNode file) {
        return who.bytes(file.path("url").asText());
    }

    private long entries() {
        return count("select count(*) from nocode.row_file where project_id = '" + desk.project + "'");
    }

    private long stored() {
        return count(
                "select count(distinct s.id) from nocode.stored_file s join nocode.row_file f on f.stored_id = s.id"
                        + " where f.project_id = '" + desk.project + "'");
    }

    private static long count(String query) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
