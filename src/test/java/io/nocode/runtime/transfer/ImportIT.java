package io.nocode.runtime.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportIT {
    private static final Path DATA = Path.of("examples/world-cities/data");
    private static Client owner;
    private String organization;
    private Things things;

    @BeforeAll
    static void somebody() {
        owner = People.newUser();
    }

    @BeforeEach
    void aTableOfItsOwn() {
        organization = People.newOrganization(owner);
        things = Things.create(owner, organization);
    }

    private Answer upload(String query, String name, byte[] file) {
        return owner.upload(things.path("thing") + "import/?" + query, name, file);
    }

    /** Imports a file, and waits for the end. */
    private JsonNode imported(String query, String name, byte[] file) {
        Answer taken = upload(query, name, file).expect(202);
        assertThat(taken.header("Location")).endsWith("/import/" + taken.id() + "/");
        assertThat(taken.at("status").asText()).isIn("pending", "running", "succeeded");
        return ended(taken.id());
    }

    private JsonNode ended(String id) {
        return things.ended("thing", id);
    }

    private JsonNode imported(String query, String csv) {
        return imported(query, "things.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private String exported(String query) {
        return owner.get(things.path("thing") + "export/?format=csv&sort_by=id&" + query)
                .expect(200)
                .text();
    }

    private static void hasTaken(JsonNode done, int succeeded, int failed) {
        assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.path("succeeded").asInt()).as(done.toString()).isEqualTo(succeeded);
        assertThat(done.path("failed").asInt()).as(done.toString()).isEqualTo(failed);
        assertThat(done.path("total").asInt()).isEqualTo(succeeded + failed);
        assertThat(done.path("progress_percentage").asInt()).isEqualTo(100);
    }

    @Test
    void goodRowsAreKeptAndBadOnesAreToldWithTheirLine() {
        JsonNode done = imported("", """
                name,price,open,born,tags,kind
                one,1.50,yes,2026-01-31,a|b,Small
                two,nothing,maybe,01/02/2026,z,s
                three,2
                four,1,0,,,,x
                ,1,,,,
                "five
                lines",3,non,31/12/2025,"[""@x""]",l
                """);

        hasTaken(done, 2, 4);
        assertThat(done.path("errors").findValuesAsText("line")).containsExactly("3", "4", "5", "6");
        JsonNode two = done.path("errors").get(0);
        assertThat(two.path("reason").asText()).contains("price: This must be a number.", "open: ", "born: ");
        assertThat(two.path("values").path("price").asText()).isEqualTo("nothing");
        assertThat(done.path("errors").get(1).path("reason").asText())
                .isEqualTo("The line has 2 cells, and the header has 6.");
        assertThat(done.path("errors").get(3).path("reason").asText()).isEqualTo("name: This is required.");
        assertThat(exported("fields=name,price,open,born,tags,kind"))
                .isEqualTo("""
                name,price,open,born,tags,kind
                one,1.50,true,2026-01-31,a|b,s
                "five
                lines",3.00,false,2025-12-31,'@x,l
                """.replace("\n", "\r\n").replace("five\r\n", "five\n"));
    }

    @Test
    void reasonsAreInTheLanguageOfWhoAsks() {
        String id = owner.with("Accept-Language", "fr")
                .upload(things.path("thing") + "import/", "x.csv", "name,price\na,x\n".getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .id();
        assertThat(ended(id).path("errors").get(0).path("reason").asText())
                .isEqualTo("price: Ceci doit être un nombre.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '!',
            value = {"UTF-8 ! `,` ! 1.50", "UTF-16LE ! ; ! 1,50", "UTF-16BE ! | ! 1,50", "windows-1252 ! ; ! 1,50"})
    void filesAreReadAsTheWorldWritesThem(String encoding, char delimiter, String price) {
        String mark = encoding.startsWith("UTF") ? "\ufeff" : "";
        String text = mark + "name%1$sprice\r\nÉlodie%1$s%2$s\r\n".formatted(delimiter, price);
        hasTaken(imported("", "x.csv", text.getBytes(Charset.forName(encoding))), 1, 0);
        assertThat(exported("fields=name,price")).isEqualTo("name,price\r\nÉlodie,1.50\r\n");
    }

    @Test
    void whatIsExportedComesBackByteForByte() {
        String shop = things.shop("Shop");
        things.thing("""
                {"name": "'=1", "price": -12.50, "many": 9007199254740993, "open": true, "born": "2026-01-31",
                 "seen": "2026-01-31T23:30:00.5Z", "at": "10:30:00", "facts": {"a": [1, "x"]}, "tags": ["a", "@x"],
                 "kind": "s", "ean": "001", "shop": "%s"}
                """.formatted(shop));
        things.thing("{\"name\": \"=1+1\", \"ean\": \"\"}");
        things.thing("{\"name\": \" two\\n\\\"lines\\\" \", \"tags\": [], \"facts\": null}");
        String fields = "fields=name,price,many,open,born,seen,at,facts,tags,kind,ean,shop";
        String file = exported(fields);
        Things others = Things.create(owner, People.newOrganization(owner));
        String other = others.shop("Shop");
        String here = file.replace(shop, "Shop");

        JsonNode done = others.ended(
                "thing",
                owner.upload(others.path("thing") + "import/", "x.csv", here.getBytes(StandardCharsets.UTF_8))
                        .expect(202)
                        .id());

        hasTaken(done, 3, 0);
        assertThat(owner.get(others.path("thing") + "export/?sort_by=id&" + fields)
                        .text())
                .isEqualTo(file.replace(shop, other));
        for (String format : List.of("json", "ndjson", "xlsx")) {
            Things again = Things.create(owner, People.newOrganization(owner));
            byte[] bytes = owner.bytes(others.path("thing") + "export/?format=" + format + "&sort_by=id&fields="
                    + "name,price,many,open,born,seen,at,facts,tags,kind,ean");
            String id = owner.upload(again.path("thing") + "import/", "things." + format, bytes)
                    .expect(202)
                    .id();
            hasTaken(again.ended("thing", id), 3, 0);
        }
    }

    @Test
    void theWorldsCitiesComeInWithTheirCountries() throws IOException {
        things.table("country", """
                [{"name": "name", "type": "string", "required": true, "unique": true},
                 {"name": "code", "type": "string", "unique": true}]
                """);
        things.table("city", """
                [{"name": "name", "type": "string", "required": true},
                 {"name": "country", "type": "relation", "target": "country", "display_field": "name"},
                 {"name": "subcountry", "type": "string"},
                 {"name": "geonameid", "type": "integer", "unique": true}]
                """);
        byte[] cities = Files.readAllBytes(DATA.resolve("world-cities.csv"));
        String countries = "name\n"
                + new String(cities, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceAll("^(?:\"[^\"]*\"|[^,]*),(\"[^\"]*\"|[^,]*),.*", "$1"))
                        .distinct()
                        .reduce("", (all, one) -> all + one + "\n");
        JsonNode first = things.ended(
                "country",
                owner.upload(
                                things.path("country") + "import/",
                                "countries.csv",
                                countries.getBytes(StandardCharsets.UTF_8))
                        .expect(202)
                        .id());
        assertThat(first.path("failed").asInt()).as(first.toString()).isZero();

        String id = owner.upload(things.path("city") + "import/", "world-cities.csv", cities)
                .expect(202)
                .id();

        hasTaken(things.ended("city", id), 34_032, 0);
        assertThat(owner.get(things.path("city") + "?country__name=Switzerland&name=Basel")
                        .at("count")
                        .asInt())
                .isEqualTo(1);
        String again = owner.upload(
                        things.path("city") + "import/?mode=upsert&on_conflict=geonameid", "world-cities.csv", cities)
                .expect(202)
                .id();
        hasTaken(things.ended("city", again), 34_032, 0);
        assertThat(owner.get(things.path("city")).at("count").asInt()).isEqualTo(34_032);
    }

    @Test
    void anUpsertChangesWhatIsThere() {
        things.thing("{\"name\": \"old\", \"ean\": \"1\", \"price\": 1}");
        hasTaken(imported("mode=upsert&on_conflict=ean", "ean,name\n1,new\n2,other\n"), 2, 0);
        assertThat(exported("fields=ean,name,price")).isEqualTo("ean,name,price\r\n1,new,1.00\r\n2,other,\r\n");
    }

    @Test
    void aTrialTellsTheSameAndWritesNothing() {
        String file = "name,ean\na,1\nb,1\nc,2\n,3\n";
        JsonNode trial = imported("dry_run=true", file);
        hasTaken(trial, 2, 2);
        assertThat(exported("fields=name")).isEqualTo("name\r\n");
        JsonNode done = imported("", file);
        assertThat(done.path("errors")).isEqualTo(trial.path("errors"));
        hasTaken(done, 2, 2);
    }

    @Test
    void oneBadRowAmongManyCostsOnlyItself() {
        things.thing("{\"name\": \"there\", \"ean\": \"777\"}");
        StringBuilder file = new StringBuilder("name,ean\n");
        for (int i = 0; i < 3_000; i++) {
            file.append("n").append(i).append(',').append(i).append('\n');
        }
        JsonNode done = imported("", file.toString());
        hasTaken(done, 2_999, 1);
        assertThat(done.path("errors").get(0).path("line").asInt()).isEqualTo(779);
        assertThat(done.path("errors").get(0).path("reason").asText()).startsWith("ean: ");
    }

    @Test
    void onlyTheFirstThousandRefusalsAreKeptAndAllAreCounted() {
        JsonNode done = imported("", "name,price\n" + "a,x\n".repeat(1_500));
        hasTaken(done, 0, 1_500);
        assertThat(done.path("errors")).hasSize(1_000);
    }

    @Test
    void columnsGoWhereTheMappingSays() {
        String mapping = encoded("{\"Nom\": \"name\", \"Prix TTC\": \"price\", \"Notes\": null}");
        hasTaken(imported("mapping=" + mapping, "Nom;Prix TTC;Notes\nx;1,5;zzz\n"), 1, 0);
        assertThat(exported("fields=name,price")).isEqualTo("name,price\r\nx,1.50\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "mode=replace ! INVALID ! mode",
                "mode=upsert ! INVALID ! on_conflict",
                "mode=upsert&on_conflict=name ! INVALID ! on_conflict",
                "mode=upsert&on_conflict=ean ! INVALID ! on_conflict",
                "on_conflict=ean ! INVALID ! on_conflict",
                "dry_run=x ! INVALID ! dry_run",
                "mapping=x ! INVALID ! mapping",
                "mapping=%7B%22nosuch%22:%22name%22%7D ! INVALID ! mapping.nosuch",
                "mapping=%7B%22name%22:%22nosuch%22%7D ! INVALID ! mapping.name",
                "mapping=%7B%22name%22:%22id%22%7D ! INVALID ! mapping.name",
                "mapping=%7B%22name%22:%22price%22%7D ! INVALID ! mapping.price",
                "nosuch=1 ! UNKNOWN_PARAMETER ! nosuch"
            })
    void whatCannotBeAskedIsRefusedAtOnce(String query, String code, String blamed) {
        upload(query, "x.csv", "name,price\na,1\n".getBytes(StandardCharsets.UTF_8))
                .refused(400, code)
                .blaming(blamed);
    }

    @Test
    void aColumnThatIsNoFieldIsNamedBeforeAnythingIsWritten() {
        upload("", "x.csv", "name,nosuch\na,1\n".getBytes(StandardCharsets.UTF_8))
                .refused(400, "INVALID")
                .blaming("mapping.nosuch");
    }

    @Test
    void onlyAFormWithAFileIsTaken() {
        String path = things.path("thing") + "import/";
        owner.post(path, "[]").refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.with("Content-Type", "text/csv").post(path, "name\na\n").refused(415, "UNSUPPORTED_MEDIA_TYPE");
        owner.with("Content-Type", "multipart/form-data; boundary=x")
                .post(path, "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\na\r\n--x--\r\n")
                .refused(400, "INVALID")
                .blaming("file");
    }

    @Test
    void aWorkbookIsTakenWithItsNumbersAndDates() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Things");
            List.of("name", "price", "open", "born")
                    .forEach(name -> sheet.value(
                            0, List.of("name", "price", "open", "born").indexOf(name), name));
            sheet.value(1, 0, "one");
            sheet.value(1, 1, 12.5);
            sheet.value(1, 2, true);
            sheet.value(1, 3, java.time.LocalDate.of(2026, 1, 31));
            sheet.style(1, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 0, 7);
            sheet.value(3, 5, "too far");
        }
        JsonNode done = imported("", "things.xlsx", bytes.toByteArray());
        hasTaken(done, 1, 1);
        assertThat(done.path("errors").get(0).path("line").asInt()).isEqualTo(4);
        assertThat(exported("fields=name,price,open,born"))
                .isEqualTo("name,price,open,born\r\none,12.50,true,2026-01-31\r\n");
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/../../../../etc/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        upload("", "bomb.xlsx", bytes.toByteArray()).refused(400, "UNREADABLE_FILE");
        upload("", "x.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}).refused(400, "UNREADABLE_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclosed", "wide", "long", "deep", "nul", "empty", "broken.json", "array.json"})
    void hostileFilesDoNoHarm(String kind) {
        String text =
                switch (kind) {
                    case "unclosed" -> "name,price\na,1\n\"b,2\nc,3\n";
                    case "wide" -> "name" + ",x".repeat(1_000_000) + "\na\n";
                    case "long" -> "name\n" + "x".repeat(10_000_000) + "\n";
                    case "deep" -> "[".repeat(100_000);
                    case "nul" -> "name\na\0b\n";
                    case "broken.json" -> "[{\"name\": \"a\"}, {\"name\": ";
                    case "array.json" -> "[[1], 2, null, {\"name\": {\"a\": 1}}, {\"nosuch\": 1}]";
                    default -> "";
                };
        Answer answer =
                upload("", "x." + (kind.endsWith("json") ? "json" : "csv"), text.getBytes(StandardCharsets.UTF_8));
        if (answer.status() == 202) {
            JsonNode done = ended(answer.id());
            assertThat(done.path("succeeded").asInt()).as(done.toString()).isZero();
            assertThat(done.path("error").asText("") + done.path("errors")).isNotEqualTo("[]");
        } else {
            answer.refused(400, kind.equals("deep") ? "INVALID" : "UNREADABLE_FILE");
        }
        assertThat(exported("fields=name")).isEqualTo("name\r\n");
    }

    @Test
    void aLineThatIsNoJsonCostsOnlyItself() {
        JsonNode done = imported("", "x.ndjson", """
                {"name": "one", "price": 1.5}
                {"name": "two",

                [1]
                {"name": "five", "price": "x"}
                {"name": "six"} 6
                {"name": "seven"}""".getBytes(StandardCharsets.UTF_8));
        hasTaken(done, 2, 4);
        assertThat(done.path("errors").findValuesAsText("line")).containsExactly("2", "4", "5", "6");
        assertThat(done.at("/errors/0/reason").asText()).isEqualTo("This line is no JSON.");
        assertThat(done.at("/errors/0/values/value").asText()).startsWith("{\"name\": \"two\"");
        assertThat(exported("fields=name")).isEqualTo("name\r\none\r\nseven\r\n");
        hasTaken(
                imported(
                        "",
                        "x.json",
                        "{\n\"name\": \"on several lines\"\n}{\"name\": \"b\"}".getBytes(StandardCharsets.UTF_8)),
                2,
                0);
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() {
        JsonNode done = imported("", "name,price\na,1\n\"b,2\nc,3\n");
        assertThat(done.path("status").asText()).isEqualTo("failed");
        assertThat(done.path("error").asText()).contains("Line 3: its quotes");
        done = imported("", "x.json", "[{\"name\": \"a\"},\n{\"name\": x}]".getBytes(StandardCharsets.UTF_8));
        assertThat(done.path("error").asText()).contains("Line 2: it is not JSON");
        byte[] mixed = "name\nÉlodie\nx\n".getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 2] = (byte) 0xe9;
        assertThat(upload("", "x.csv", mixed)
                        .refused(400, "UNREADABLE_FILE")
                        .at("error")
                        .asText())
                .contains("Line 3 has bytes");
    }

    @Test
    void anOrganisationHasSoManyImportsAtOnceAndOldOnesAreForgotten() throws SQLException {
        byte[] file = "name\na\n".getBytes(StandardCharsets.UTF_8);
        String path = things.path("thing") + "import/";
        String old = upload("", "x.csv", file).expect(202).id();
        ended(old);
        try (Connection database = TestInstallation.database();
                PreparedStatement more = database.prepareStatement(
                        "insert into nocode.row_import select gen_random_uuid(), project_id, environment, table_name,"
                                + " mode, on_conflict, mapping, dry_run, filename, format, language, requested_by,"
                                + " api_key_id, 'running', total, done, succeeded, failed, error, started_at, null,"
                                + " created_at, updated_at from nocode.row_import, generate_series(1, 4)"
                                + " where id = cast(? as uuid)");
                PreparedStatement aged = database.prepareStatement(
                        "update nocode.row_import set completed_at = now() - interval '31 days'"
                                + " where id = cast(? as uuid)");
                PreparedStatement less = database.prepareStatement(
                        "delete from nocode.row_import where status = 'running' and id <> cast(? as uuid)"
                                + " and project_id = cast(? as uuid)")) {
            more.setString(1, old);
            assertThat(more.executeUpdate()).isEqualTo(4);
            assertThat(upload("", "x.csv", file)
                            .refused(429, "TOO_MANY_REQUESTS")
                            .header("Retry-After"))
                    .isEqualTo("10");
            // Nobody else waits for them.
            Things others = Things.create(owner, People.newOrganization(owner));
            owner.upload(others.path("thing") + "import/", "x.csv", file).expect(202);
            less.setString(1, old);
            less.setString(2, things.project());
            assertThat(less.executeUpdate()).isEqualTo(4);

            owner.get(path + old + "/").expect(200);
            aged.setString(1, old);
            assertThat(aged.executeUpdate()).isEqualTo(1);
        }
        ended(upload("", "x.csv", file).expect(202).id());
        owner.get(path + old + "/").refused(404, "NOT_FOUND");
    }

    @Test
    void whoMayNotWriteMayNotImportAndNobodyElseSeesIt() {
        byte[] file = "name\na\n".getBytes(StandardCharsets.UTF_8);
        String path = things.path("thing") + "import/";
        Client.anonymous().upload(path, "x.csv", file).refused(401, "UNAUTHENTICATED");
        People.newUser().upload(path, "x.csv", file).refused(404, "NOT_FOUND");
        People.newMember(owner, organization, "VIEWER")
                .upload(path, "x.csv", file)
                .refused(403, "FORBIDDEN");
        Client member = People.newMember(owner, organization, "MEMBER");
        String id = member.upload(path, "x.csv", file).expect(202).id();
        People.newMember(owner, organization, "MEMBER").get(path + id + "/").refused(404, "NOT_FOUND");
        owner.get(path + id + "/").expect(200);
        owner.get(things.path("shop") + "import/" + id + "/").refused(404, "NOT_FOUND");
        ended(id);
        owner.delete(path + id + "/").refused(409, "IMPORT_OVER");
    }

    @Test
    void aCancelledImportTakesNoMoreRows() {
        StringBuilder file = new StringBuilder("name\n");
        for (int i = 0; i < 300_000; i++) {
            file.append("n").append(i).append('\n');
        }
        String path = things.path("thing") + "import/";
        String id = upload("", "x.csv", file.toString().getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .id();
        owner.delete(path + id + "/").expect(204);
        assertThat(owner.get(path + id + "/").at("status").asText()).isEqualTo("cancelled");
        int there = owner.get(things.path("thing")).at("count").asInt();
        assertThat(there).isLessThan(300_000);
        assertThat(owner.get(path + id + "/").at("succeeded").asInt()).isEqualTo(there);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
