package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.launcher.Node;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.Form;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Where bytes are: the first node has a directory for them, the second leaves them in PostgreSQL. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FilePlacesIT {
    private static final byte[] LARGE = new byte[1_000_001];

    private static final String WAITING = "pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock' and query like '%doc%'";

    private static Node second;
    private static Client owner;
    private static String token;
    private static String project;
    private static String rows;

    @BeforeAll
    static void aTableWithFilesAndASecondNode() throws IOException {
        new Random(9).nextBytes(LARGE);
        second = TestInstallation.get().startNode(TestInstallation.freePort(), Map.of("nocode.files.dir", ""));
        String email = People.newEmail();
        owner = People.newUser(email);
        token = Client.anonymous()
                .post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200)
                .at("access")
                .asText();
        project = newProject();
        rows = rowsOf(project);
    }

    private static String newProject() {
        String made = People.newProject(owner, People.newOrganization(owner));
        owner.post("studio/schemas/", Json.parse("""
                        {"project": "%s", "table_name": "doc", "display_name": "Doc",
                         "fields_config": [{"name": "title", "type": "string"}, {"name": "paper", "type": "file"}]}
                        """.formatted(made))).expect(201);
        return made;
    }

    private static String rowsOf(String project) {
        return "runtime/projects/" + project + "/tables/doc/";
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @Test
    void inADirectoryThereAreBytesUnderOpaqueIdsUntilTheyAreDeleted() throws IOException {
        String row = row();
        Answer file = upload(owner, row, "../../outside.bin");
        assertThat(place(row)).isEqualTo("DIRECTORY");
        Path kept = path(stored(row));
        assertThat(Files.readAllBytes(kept)).isEqualTo(LARGE);
        reads(owner, file);
        for (String other : List.of(
                "..%2f..%2f..%2fetc%2fpasswd",
                "..%5c..%5cx", "%2e%2e/%2e%2e/x", kept.getFileName() + "%00", "..;/" + kept.getFileName())) {
            assertThat(owner.download("GET", rows + row + "/files/paper/" + other + "/")
                            .statusCode())
                    .as(other)
                    .isBetween(400, 499);
            assertThat(owner.download("DELETE", rows + row + "/files/paper/" + other + "/")
                            .statusCode())
                    .as(other)
                    .isBetween(400, 499);
        }
        // The id of the bytes is nobody's to know or to ask for.
        owner.get(rows + row + "/files/paper/" + kept.getFileName() + "/").refused(404, "NOT_FOUND");
        assertThat(names()).allMatch(name -> name.matches("[0-9a-f]{2}/[0-9a-f-]{36}"));

        String id = stored(row);
        owner.delete(file.header("Location")).expect(204);
        owner.get(file.header("Location")).refused(404, "NOT_FOUND");
        assertThat(count("nocode.stored_file where id = '" + id + "'")).isZero();
        if (Files.exists(kept)) {
            assertThat(count("nocode.stored_file_gone where id = '" + id + "'")).isEqualTo(1);
        }
    }

    @Test
    void inPostgreSqlTheyAreInPiecesAndEveryNodeHasThem() {
        String row = row();
        long before = names().size();
        Answer file = upload(owner.at(second.url()), row, "a.bin");
        assertThat(place(row)).isEqualTo("DATABASE");
        assertThat(names()).hasSizeLessThanOrEqualTo((int) before);
        assertThat(count("nocode.stored_file_chunk where file_id = '" + stored(row) + "'"))
                .isEqualTo(4);
        reads(owner.at(second.url()), file);
        reads(owner, file);
        String id = stored(row);
        owner.delete(file.header("Location")).expect(204);
        assertThat(count("nocode.stored_file_chunk where file_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void whatThePlanHasNoStorageForIsNotKept() throws SQLException {
        String own = rowsOf(newProject());
        String full = owner.post(own, Map.of("title", "full")).expect(201).id();
        String row = owner.post(own, Map.of("title", "none")).expect(201).id();
        owner.post(own + full + "/files/paper/", Form.of("file", "a.bin", LARGE))
                .expect(201);
        run("update nocode.row_file set size = 1024 * 1024 * 1024 - 100 where row_id = '" + full + "'");
        for (Client each : List.of(owner, owner.at(second.url()))) {
            long kept = count("nocode.stored_file");
            List<String> names = names();
            Answer refused = each.post(own + row + "/files/paper/", Form.of("file", "b.bin", LARGE))
                    .refused(409, "PLAN_LIMIT");
            assertThat(refused.at("details/limit").asText()).isEqualTo("max_storage_gb");
            assertThat(count("nocode.stored_file")).isLessThanOrEqualTo(kept);
            assertThat(names).containsAll(names());
        }
        assertThat(count("nocode.row_file where row_id = '" + row + "'")).isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aServerThatDiesInTheMiddleOfUploadsLeavesNoneOfThem() throws Exception {
        Node third = TestInstallation.get().startNode(TestInstallation.freePort());
        String half = row();
        String unconfirmed = row();
        String inDatabase = row();
        long kept = count("nocode.stored_file");
        List<String> before = names();
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                Socket slow = new Socket("127.0.0.1", URI.create(third.url()).getPort())) {
            send(slow.getOutputStream(), half);
            // Both have their bytes, and wait for their rows.
            connection.setAutoCommit(false);
            sql.executeQuery("select 1 from " + table() + " for update").close();
            List<CompletableFuture<Void>> uploads = List.of(
                    CompletableFuture.runAsync(() -> refused(third, unconfirmed)),
                    CompletableFuture.runAsync(() -> refused(second, inDatabase)));
            Wait.until(() -> count(WAITING), waiting -> waiting == 2);
            // Meanwhile what tests before have left may be swept away.
            assertThat(names()).anyMatch(name -> !before.contains(name));
            third.kill();
            second.kill();
            uploads.forEach(CompletableFuture::join);
            connection.rollback();
        }
        Wait.until(() -> count(WAITING), waiting -> waiting == 0);
        for (String row : List.of(half, unconfirmed, inDatabase)) {
            assertThat(owner.get(rows + row + "/").expect(200).at("paper").isNull())
                    .isTrue();
            assertThat(count("nocode.row_file where row_id = '" + row + "'")).isZero();
        }
        assertThat(count("nocode.stored_file")).isLessThanOrEqualTo(kept);
        assertThat(names()).allMatch(name -> name.matches("[0-9a-f]{2}/[0-9a-f-]{36}"));
        reads(owner, upload(owner, half, "again.bin"));
    }

    /** Two thirds of an upload, and more than fits on the way. */
    private static void send(OutputStream out, String row) throws IOException {
        byte[] sent = new byte[20_000_000];
        out.write(("POST /api/v1/" + rows + row + "/files/paper/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 30000000\r\n\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(sent);
        out.flush();
    }

    private static void refused(Node node, String row) {
        try {
            upload(owner.at(node.url()), row, "x.bin");
        } catch (UncheckedIOException died) {
            return;
        }
        throw new AssertionError("It was answered.");
    }

    private static void reads(Client client, Answer file) {
        String path = URI.create(file.header("Location")).getPath();
        assertThat(client.bytes(path)).isEqualTo(LARGE);
        HttpResponse<byte[]> part = client.with("Range", "bytes=262000-600000").download("GET", path);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(LARGE, 262_000, 600_001));
        assertThat(client.with("Range", "bytes=-1").download("GET", path).body())
                .isEqualTo(Arrays.copyOfRange(LARGE, LARGE.length - 1, LARGE.length));
        assertThat(client.with("Range", "bytes=1000001-").download("GET", path).statusCode())
                .isEqualTo(416);
    }

    private static Answer upload(Client client, String row, String name) {
        return client.post(rows + row + "/files/paper/", Form.of("file", name, LARGE))
                .expect(201);
    }

    private static String row() {
        return owner.post(rows, Map.of("title", "t" + Ids.next())).expect(201).id();
    }

    private static String table() {
        return text("select schema_name || '_dev.doc' from nocode.project where id = '" + project + "'");
    }

    private static String stored(String row) {
        return text("select stored_id from nocode.row_file where row_id = '" + row + "'");
    }

    private static String place(String row) {
        return text("select place from nocode.stored_file where id = '" + stored(row) + "'");
    }

    private static long count(String from) {
        return Long.parseLong(text("select count(*) from " + from));
    }

    private static String text(String query) {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Path directory() {
        return TestInstallation.get().data().resolve("files");
    }

    private static Path path(String id) {
        return directory().resolve(id.substring(34)).resolve(id);
    }

    /** The files of the directory. */
    private static List<String> names() {
        if (!Files.exists(directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory().relativize(file).toString())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
