package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.Form;
import io.nocode.testing.People;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilesIT {
    private static final byte[] TEXT = "Bonjour, Zoé".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAGE =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DRAWING =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private static Client owner;
    private static String organization;
    private static String project;
    private static String rows;

    @BeforeAll
    static void aTableWithFiles() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
        table("doc", """
                [{"name": "title", "type": "string"},
                 {"name": "paper", "type": "file"},
                 {"name": "papers", "type": "file", "multiple": true},
                 {"name": "small", "type": "file", "max_size": 20, "accept": ["text/plain", "application/pdf"]},
                 {"name": "photo", "type": "image"}]
                """);
        rows = "runtime/projects/" + project + "/tables/doc/";
    }

    @Test
    void aFileComesBackAsItWasSentAndTheRowShowsIt() {
        String title = "t" + Ids.next();
        String row = owner.post(rows, Map.of("title", title)).expect(201).id();
        Answer made = owner.post(rows + row + "/files/paper/", Form.of("file", "Grüße.txt", TEXT))
                .expect(201);
        assertThat(made.only("name", "content_type", "size"))
                .isEqualTo(Json.parse("{\"name\": \"Grüße.txt\", \"content_type\": \"text/plain\", \"size\": 13}"));
        assertThat(made.header("Location")).endsWith(made.at("url").asText());
        Answer shown = owner.get(rows + row + "/").expect(200);
        assertThat(shown.at("paper")).isEqualTo(made.json());
        assertThat(shown.at("papers").isNull()).isTrue();
        assertThat(shown.at("version").asInt()).isEqualTo(2);
        assertThat(owner.get(rows + "?paper__isnull=false&title=" + title + "&page_size=5")
                        .expect(200)
                        .at("results/0/paper/url")
                        .asText())
                .isEqualTo(made.at("url").asText());

        HttpResponse<byte[]> file = owner.download("GET", made.header("Location"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(header(file, "Content-Type")).startsWith("text/plain");
        assertThat(header(file, "Content-Length")).isEqualTo("13");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e.txt\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt");
        String tag = header(file, "ETag");
        assertThat(owner.with("If-None-Match", tag)
                        .download("GET", made.header("Location"))
                        .statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> head = owner.download("HEAD", made.header("Location"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(tag);

        owner.with("If-Match", "\"other\"").delete(made.header("Location")).refused(412, "PRECONDITION_FAILED");
        owner.with("If-Match", tag).delete(made.header("Location")).expect(204);
        owner.get(made.header("Location")).refused(404, "NOT_FOUND");
        assertThat(owner.get(rows + row + "/").at("paper").isNull()).isTrue();
    }

    @Test
    void aTrialAnswersAsItWouldAndKeepsNothing() {
        String row = row();
        Answer tried = owner.post(rows + row + "/files/paper/?dry_run=true", Form.of("file", "a.txt", TEXT))
                .expect(201);
        assertThat(tried.header("Dry-Run")).isEqualTo("true");
        assertThat(tried.at("content_type").asText()).isEqualTo("text/plain");
        assertThat(owner.get(rows + row + "/").at("paper").isNull()).isTrue();
        owner.get(tried.header("Location")).refused(404, "NOT_FOUND");
        owner.post(rows + row + "/files/photo/?dry_run=true", Form.of("file", "a.png", TEXT))
                .refused(400, "INVALID");
        String url = owner.post(rows + row + "/files/paper/", Form.of("file", "a.txt", TEXT))
                .expect(201)
                .header("Location");
        assertThat(owner.delete(url + "&dry_run=true").expect(204).header("Dry-Run"))
                .isEqualTo("true");
        assertThat(owner.download("GET", url).body()).isEqualTo(TEXT);
        assertThat(owner.get(rows + row + "/").at("version").asInt()).isEqualTo(2);
    }

    @Test
    void aRangeOfALargeFileIsSentAlone() {
        byte[] large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        String url = owner.post(rows + row() + "/files/paper/", Form.of("file", "noise.bin", large))
                .expect(201)
                .header("Location");
        assertThat(owner.download("GET", url).body()).isEqualTo(large);
        HttpResponse<byte[]> part = owner.with("Range", "bytes=262100-800000").download("GET", url);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(large, 262_100, 800_001));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 262100-800000/3000000");
        String tag = header(part, "ETag");
        assertThat(owner.with("Range", "bytes=-5")
                        .with("If-Range", tag)
                        .download("GET", url)
                        .body())
                .isEqualTo(java.util.Arrays.copyOfRange(large, 2_999_995, 3_000_000));
        assertThat(owner.with("Range", "bytes=0-4")
                        .with("If-Range", "\"other\"")
                        .download("GET", url)
                        .body())
                .hasSize(3_000_000);
        assertThat(owner.with("Range", "bytes=0-1,5-6").download("GET", url).body())
                .hasSize(3_000_000);
        assertThat(owner.with("Range", "bytes=3000000-").download("GET", url).statusCode())
                .isEqualTo(416);
    }

    @Test
    void aFieldOfOneFileHasTheLastOneAndAFieldOfManyHasAllInTheirOrder() {
        String row = row();
        String first = upload(row, "paper", "a.txt").id();
        upload(row, "paper", "b.txt");
        assertThat(owner.get(rows + row + "/").at("paper/name").asText()).isEqualTo("b.txt");
        owner.get(rows + row + "/files/paper/" + first + "/").refused(404, "NOT_FOUND");

        Answer two = owner.post(
                        rows + row + "/files/papers/",
                        Form.of("file", "1.txt", TEXT).and("file", "2.txt", TEXT))
                .expect(201);
        assertThat(two.json()).hasSize(2);
        String third = upload(row, "papers", "3.txt").id();
        assertThat(names(row)).containsExactly("1.txt", "2.txt", "3.txt");

        String second = two.at("1/id").asText();
        Answer turned = owner.patch(
                        rows + row + "/",
                        "{\"papers\": [\"%s\", {\"id\": \"%s\", \"name\": \"not mine to say\"}]}"
                                .formatted(third, second))
                .expect(200);
        assertThat(turned.at("papers/0/name").asText()).isEqualTo("3.txt");
        assertThat(names(row)).containsExactly("3.txt", "2.txt");
        owner.patch(rows + row + "/", Json.object().set("papers", turned.at("papers")))
                .expect(200);
        assertThat(names(row)).containsExactly("3.txt", "2.txt");
        owner.patch(rows + row + "/", "{\"papers\": []}").expect(200);
        assertThat(owner.get(rows + row + "/").at("papers").isNull()).isTrue();
    }

    @Test
    void twentyUploadsAtOnceAreAllThere() {
        String row = row();
        assertThat(AtOnce.run(20, n -> owner.post(rows + row + "/files/papers/", Form.of("file", n + ".txt", TEXT))))
                .allSatisfy(answer -> answer.expect(201));
        assertThat(names(row)).hasSize(20);
    }

    @Test
    void onlyFilesOfTheVeryRowAndFieldCanBeNamed() {
        String row = row();
        String own = upload(row, "papers", "own.txt").id();
        String others = upload(row(), "papers", "other.txt").id();
        for (String body : List.of(
                "{\"papers\": [\"%s\", \"%s\"]}".formatted(own, others),
                "{\"paper\": \"%s\"}".formatted(own),
                "{\"papers\": [\"%s\"]}".formatted(Ids.next()))) {
            Answer refused = owner.patch(rows + row + "/", body).refused(400, "INVALID");
            assertThat(refused.at("details").properties()).hasSize(1);
        }
        owner.post(rows, "{\"papers\": [\"%s\"]}".formatted(own))
                .refused(400, "INVALID")
                .blaming("papers");
        owner.post(rows + "bulk/", "{\"operation\": \"create\", \"records\": [{\"papers\": [\"%s\"]}]}".formatted(own))
                .refused(400, "INVALID");
        owner.patch(rows + row + "/", "{\"papers\": [{\"id\": \"%s\", \"stored_id\": \"x\"}]}".formatted(own))
                .refused(400, "INVALID")
                .blaming("papers");
        owner.patch(rows + row + "/", "{\"papers\": [\"%s\", \"%s\"]}".formatted(own, own))
                .refused(400, "INVALID");
        owner.patch(rows + row + "/", "{\"paper\": \"x\"}").refused(400, "INVALID");
        owner.get(rows + row + "/files/papers/" + others + "/").refused(404, "NOT_FOUND");
        owner.get(rows + row + "/files/paper/" + own + "/").refused(404, "NOT_FOUND");
        owner.delete(rows + row + "/files/papers/" + others + "/").refused(404, "NOT_FOUND");
        assertThat(names(row)).containsExactly("own.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../../etc/passwd          | passwd
            C:\\\\Users\\\\zoe\\\\cv.pdf | cv.pdf
            ..%2f..%2fx.txt           | %2f..%2fx.txt
            ...                       | file
            😀 плёнка.txt             | 😀 плёнка.txt
            """)
    void aNameIsOnlyEverShown(String given, String shown) {
        assertThat(upload(row(), "paper", given).at("name").asText()).isEqualTo(shown);
    }

    @Test
    void namesWithNulOrTurnedRoundOrTooLongAreMadePlain() {
        assertThat(upload(row(), "paper", "a\u0000b\u202Efdp.exe").at("name").asText())
                .isEqualTo("abfdp.exe");
        String name =
                upload(row(), "paper", "é".repeat(300) + ".txt").at("name").asText();
        assertThat(name).hasSize(200).endsWith("é.txt");
    }

    @Test
    void theContentSaysWhatAFileIsWhateverItIsCalled() throws IOException {
        String row = row();
        owner.post(rows + row + "/files/photo/", Form.of("file", "cat.png", PAGE))
                .refused(400, "INVALID")
                .blaming("photo");
        owner.post(rows + row + "/files/photo/", Form.of("file", "cat.svg", DRAWING))
                .refused(400, "INVALID");
        byte[] truncated = java.util.Arrays.copyOf(picture("png", 40, 30), 20);
        owner.post(rows + row + "/files/photo/", Form.of("file", "cat.png", truncated))
                .refused(400, "INVALID");
        assertThat(owner.get(rows + row + "/").at("photo").isNull()).isTrue();

        Answer photo = owner.post(rows + row + "/files/photo/", Form.of("file", "page.html", picture("png", 40, 30)))
                .expect(201);
        assertThat(photo.only("content_type", "width", "height"))
                .isEqualTo(Json.parse("{\"content_type\": \"image/png\", \"width\": 40, \"height\": 30}"));
        assertThat(header(owner.download("GET", photo.header("Location")), "Content-Disposition"))
                .startsWith("inline;");

        for (byte[] dangerous : List.of(PAGE, DRAWING)) {
            Answer file = owner.post(rows + row + "/files/paper/", Form.of("file", "cat.png", dangerous))
                    .expect(201);
            assertThat(file.at("content_type").asText()).isIn("text/html", "image/svg+xml");
            HttpResponse<byte[]> sent = owner.download("GET", file.header("Location"));
            assertThat(header(sent, "Content-Disposition")).startsWith("attachment;");
            assertThat(header(sent, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void aPictureThatIsAlsoAPageIsAPictureOnly() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(picture("gif", 3, 3));
        both.writeBytes(PAGE);
        HttpResponse<byte[]> sent = owner.download(
                "GET",
                owner.post(rows + row() + "/files/photo/", Form.of("file", "x.html", both.toByteArray()))
                        .expect(201)
                        .header("Location"));
        assertThat(header(sent, "Content-Type")).isEqualTo("image/gif");
        assertThat(header(sent, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefused() throws IOException {
        byte[] bomb = picture("png", 10, 10);
        // Width and height stand in the first chunk.
        bomb[16] = 0;
        bomb[17] = 1;
        bomb[20] = 0;
        bomb[21] = 1;
        owner.post(rows + row() + "/files/photo/", Form.of("file", "bomb.png", bomb))
                .refused(400, "INVALID")
                .blaming("photo");
    }

    @Test
    void aFieldTakesWhatItsOptionsSay() {
        String row = row();
        owner.post(rows + row + "/files/small/", Form.of("file", "a.txt", TEXT)).expect(201);
        owner.post(rows + row + "/files/small/", Form.of("file", "a.txt", new byte[21]))
                .refused(413, "FILE_TOO_LARGE")
                .blaming("small");
        owner.post(
                        rows + row + "/files/small/",
                        Form.of("file", "a.pdf", "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII)))
                .refused(400, "INVALID")
                .blaming("small");
        owner.post(rows + row + "/files/paper/", Form.of("file", "empty", new byte[0]))
                .expect(201);
    }

    @Test
    void aFileOfOneByteTooManyIsRefusedAndTheLargestIsTaken() {
        String row = row();
        byte[] most = new byte[50 * 1024 * 1024];
        owner.post(rows + row + "/files/paper/", Form.of("file", "most.bin", most))
                .expect(201);
        owner.post(rows + row + "/files/paper/", Form.of("file", "more.bin", new byte[most.length + 1]))
                .refused(413, "FILE_TOO_LARGE")
                .blaming("paper");
        assertThat(owner.get(rows + row + "/").at("paper/name").asText()).isEqualTo("most.bin");
        assertThat(owner.download(
                                "GET",
                                rows + row + "/files/paper/"
                                        + owner.get(rows + row + "/")
                                                .at("paper/id")
                                                .asText() + "/")
                        .body())
                .hasSize(most.length);
    }

    @Test
    void whatIsNoFormOrABrokenOneIsRefused() {
        String path = rows + row() + "/files/paper/";
        owner.post(path, "{}").refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.post(path).refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.post(path, Form.empty().as("text/plain")).refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.post(path, Form.of("file", "a", TEXT).as("multipart/form-data")).refused(400, "INVALID");
        owner.post(path, Form.of("file", "a", TEXT).as("multipart/form-data; boundary=other"))
                .refused(400, "INVALID");
        owner.post(path, Form.empty()).refused(400, "INVALID");
        owner.post(path, Form.of("photo", "a", TEXT))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("photo");
        owner.post(path, Form.of("file", "a", TEXT).and("file", "b", TEXT))
                .refused(400, "INVALID")
                .blaming("file");
        owner.post(rows, Form.of("file", "a", TEXT)).refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.post(rows + "bulk/", Form.of("file", "a", TEXT)).refused(415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(owner.get(path.replace("files/paper/", "")).at("paper").isNull())
                .isTrue();
    }

    @Test
    void whoMayNotChangeOrReadRowsDoesNotReachTheirFiles() {
        String row = row();
        String url = upload(row, "paper", "a.txt").header("Location");
        Client viewer = People.newMember(owner, organization, "VIEWER");
        assertThat(viewer.download("GET", url).statusCode()).isEqualTo(200);
        viewer.post(rows + row + "/files/paper/", Form.of("file", "b.txt", TEXT))
                .refused(403, "FORBIDDEN");
        viewer.delete(url).refused(403, "FORBIDDEN");
        Client outsider = People.newUser();
        outsider.get(url).refused(404, "NOT_FOUND");
        outsider.post(rows + row + "/files/paper/", Form.of("file", "b.txt", TEXT))
                .refused(404, "NOT_FOUND");
        Client.anonymous().get(url).refused(401, "UNAUTHENTICATED");
        Client.anonymous().post(rows + row + "/files/paper/", "{}").refused(401, "UNAUTHENTICATED");
        owner.post(rows + row + "/files/title/", Form.of("file", "b.txt", TEXT)).refused(404, "NOT_FOUND");
        owner.post(rows + Ids.next() + "/files/paper/", Form.of("file", "b.txt", TEXT))
                .refused(404, "NOT_FOUND");
    }

    @Test
    void theBytesGoWithTheRowTheFieldTheTableAndTheProject() {
        Client own = People.newUser();
        String team = People.newOrganization(own);
        String place = People.newProject(own, team);
        String schema = own.post(
                        "studio/schemas/",
                        "{\"project\": \"%s\", \"table_name\": \"doc\", \"display_name\": \"Doc\", \"fields_config\": [{\"name\": \"title\", \"type\": \"string\"}, {\"name\": \"one\", \"type\": \"file\"}, {\"name\": \"two\", \"type\": \"file\"}]}"
                                .formatted(place))
                .expect(201)
                .id();
        String path = "runtime/projects/" + place + "/tables/doc/";
        String first = own.post(path, "{}").expect(201).id();
        String second = own.post(path, "{}").expect(201).id();
        byte[] megabyte = new byte[1024 * 1024];
        for (String row : List.of(first, second)) {
            for (String field : List.of("one", "two")) {
                own.post(path + row + "/files/" + field + "/", Form.of("file", "x", megabyte))
                        .expect(201);
            }
        }
        double before = stored(own, place);
        own.delete(path + first + "/").expect(204);
        assertThat(stored(own, place)).isBetween(before - 2.2, before - 1.9);
        own.patch(
                        "studio/schemas/" + schema + "/",
                        Json.object()
                                .set(
                                        "fields_config",
                                        Json.parse(
                                                "[{\"name\": \"title\", \"type\": \"string\"}, {\"name\": \"one\", \"type\": \"file\"}]")))
                .refused(409, "DATA_LOSS");
        own.patch(
                        "studio/schemas/" + schema + "/",
                        Json.object()
                                .put("allow_data_loss", true)
                                .set(
                                        "fields_config",
                                        Json.parse(
                                                "[{\"name\": \"title\", \"type\": \"string\"}, {\"name\": \"first\", \"type\": \"string\"}, {\"name\": \"one\", \"type\": \"file\"}]")))
                .expect(200);
        assertThat(stored(own, place)).isBetween(before - 3.2, before - 2.9);
        own.delete("studio/schemas/" + schema + "/?allow_data_loss=true").expect(204);
        assertThat(stored(own, place)).isLessThan(0.5);
    }

    @Test
    void aFieldOfFilesBecomesOneOfMoreOrOfPicturesWhereItsFilesFit() throws IOException {
        Client own = People.newUser();
        String place = People.newProject(own, People.newOrganization(own));
        String schema = own.post(
                        "studio/schemas/",
                        "{\"project\": \"%s\", \"table_name\": \"doc\", \"display_name\": \"Doc\", \"fields_config\": [{\"name\": \"f\", \"type\": \"file\"}]}"
                                .formatted(place))
                .expect(201)
                .id();
        String path = "runtime/projects/" + place + "/tables/doc/";
        String row = own.post(path, "{}").expect(201).id();
        own.post(path + row + "/files/f/", Form.of("file", "a.txt", TEXT)).expect(201);
        String field = "studio/schemas/" + schema + "/fields/"
                + own.get("studio/schemas/" + schema + "/fields/")
                        .at("results/0/id")
                        .asText() + "/";
        own.patch(field, "{\"type\": \"image\"}").refused(409, "DATA_DOES_NOT_FIT");
        own.patch(field, "{\"type\": \"string\"}").refused(409, "DATA_DOES_NOT_FIT");
        own.patch(field, "{\"type\": \"json\"}").refused(409, "DATA_DOES_NOT_FIT");
        own.patch(field, "{\"required\": true}").refused(400, "INVALID");
        own.post(path + row + "/files/f/", Form.of("file", "a.png", picture("png", 2, 2)))
                .expect(201);
        own.patch(field, "{\"type\": \"image\", \"name\": \"pictures\", \"multiple\": true}")
                .expect(200);
        own.post(path + row + "/files/pictures/", Form.of("file", "b.png", picture("png", 2, 2)))
                .expect(201);
        JsonNode pictures = own.get(path + row + "/").at("pictures");
        assertThat(pictures.findValuesAsText("name")).containsExactly("a.png", "b.png");
        assertThat(own.download("GET", "/" + pictures.at("/0/url").asText().substring(1))
                        .statusCode())
                .isEqualTo(200);
        own.patch(field, "{\"multiple\": false}").refused(409, "DATA_DOES_NOT_FIT");
        own.delete(path + row + "/files/pictures/" + pictures.at("/0/id").asText() + "/")
                .expect(204);
        own.patch(field, "{\"multiple\": false, \"type\": \"file\"}").expect(200);
        assertThat(own.get(path + row + "/").at("pictures/name").asText()).isEqualTo("b.png");
    }

    @Test
    void aRowThatComesBackHasThoseOfItsFilesThatAreStillThere() {
        Client own = People.newUser();
        String place = People.newProject(own, People.newOrganization(own));
        own.post(
                        "studio/schemas/",
                        "{\"project\": \"%s\", \"table_name\": \"doc\", \"display_name\": \"Doc\", \"options\": {\"soft_delete\": true, \"revisions\": true}, \"fields_config\": [{\"name\": \"f\", \"type\": \"file\", \"multiple\": true}]}"
                                .formatted(place))
                .expect(201);
        String path = "runtime/projects/" + place + "/tables/doc/";
        String row = own.post(path, "{}").expect(201).id();
        String files = path + row + "/files/f/";
        String gone =
                own.post(files, Form.of("file", "gone.txt", TEXT)).expect(201).id();
        String kept =
                own.post(files, Form.of("file", "kept.txt", TEXT)).expect(201).id();
        own.delete(path + row + "/").expect(204);
        own.get(files + kept + "/").refused(404, "NOT_FOUND");
        own.post(path + row + "/restore/").expect(200);
        assertThat(own.download("GET", files + kept + "/").body()).isEqualTo(TEXT);
        own.delete(files + gone + "/").expect(204);
        Answer again = own.post(path + row + "/revisions/3/restore/").expect(200);
        assertThat(again.at("f").findValuesAsText("name")).containsExactly("kept.txt");
    }

    private static double stored(Client client, String place) {
        return client.get("studio/projects/" + place + "/")
                .at("statistics/storage_used_mb")
                .asDouble();
    }

    private static void table(String name, String fields) {
        owner.post(
                        "studio/schemas/",
                        Json.object()
                                .put("project", project)
                                .put("table_name", name)
                                .put("display_name", name)
                                .set("fields_config", Json.parse(fields)))
                .expect(201);
    }

    private static String row() {
        return owner.post(rows, Map.of("title", "x")).expect(201).id();
    }

    private static Answer upload(String row, String field, String name) {
        return owner.post(rows + row + "/files/" + field + "/", Form.of("file", name, TEXT))
                .expect(201);
    }

    private static List<String> names(String row) {
        return owner.get(rows + row + "/").at("papers").findValuesAsText("name");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
