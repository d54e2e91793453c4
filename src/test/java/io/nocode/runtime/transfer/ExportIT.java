package io.nocode.runtime.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIT {
    private static final String FIELDS = "name,price,many,open,born,seen,at,facts,tags,code";
    private static Things things;

    @BeforeAll
    static void threeThings() {
        things = Things.create();
        String shop = things.shop("Léa's \"Shop\"");
        things.thing("""
                {"name": "plain", "price": -12.50, "many": 9007199254740993, "open": true, "born": "2026-01-31",
                 "seen": "2026-01-31T23:30:00.5-02:00", "at": "10:30:00", "facts": {"a": [1, "x"]},
                 "tags": ["a", "b"], "shop": "%s"}
                """.formatted(shop));
        things.thing("{\"name\": \"=HYPERLINK(\\\"x\\\")\", \"tags\": [], \"price\": 0.10}");
        things.thing("{\"name\": \"two\\nlines, \\\"quoted\\\" é€😀\", \"tags\": [\"@x\"]}");
    }

    private static Answer export(String query) {
        return things.owner().get(things.path("thing") + "export/?" + query);
    }

    @Test
    void csvIsWhatRfc4180Says() {
        Answer file = export("format=csv&sort_by=id&fields=" + FIELDS).expect(200);

        assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"thing-[0-9]{8}T[0-9]{6}Z\\.csv\"");
        assertThat(file.text()).isEqualTo("""
                name,price,many,open,born,seen,at,facts,tags,code
                plain,-12.50,9007199254740993,true,2026-01-31,2026-02-01T01:30:00.5Z,10:30:00,"{""a"": [1, ""x""]}",a|b,T-1
                "'=HYPERLINK(""x"")",0.10,,false,,,,,"",T-2
                "two
                lines, ""quoted"" é€😀",,,false,,,,,'@x,T-3
                """.replace("\n", "\r\n").replace("two\r\n", "two\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "''+1"})
    void textThatASpreadsheetWouldRunIsHarmless(String text) {
        Things own = Things.create();
        own.thing(Json.object().put("name", text).toString());

        String file = own.owner()
                .get(own.path("thing") + "export/?format=csv&fields=name")
                .expect(200)
                .text();

        assertThat(file.substring("name\r\n".length()).replace("\"", "").strip())
                .isEqualTo(("'" + text).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "name=plain ! plain",
                "price__lt=0 ! plain",
                "filters={\"or\":[{\"price__gte\":0.1},{\"name__in\":[\"plain\"]}]}&sort_by=price ! plain~\"'=HYPERLINK(\"\"x\"\")\"",
                "filters={\"tags__has_any\":[\"a\"]} ! plain",
                "filters={\"shop__name__icontains\":\"léa\"}&sort_by=-shop.name ! plain",
                "search=plain ! plain",
                "seen__gte=2026-01-01T00:00:00Z&born__year=2026 ! plain",
                "name=it's'; select 1 -- ! ",
            })
    void theQueryIsTheLists(String query, String names) {
        String asked = String.join(
                "&",
                List.of(query.split("&", -1)).stream()
                        .map(each -> each.substring(0, each.indexOf('=') + 1)
                                + encoded(each.substring(each.indexOf('=') + 1)))
                        .toList());
        String file = export("fields=name&" + asked).expect(200).text();
        assertThat(file).isEqualTo("name\r\n" + (names == null ? "" : names.replace("~", "\r\n") + "\r\n"));
    }

    @Test
    void aByteOrderMarkAndADelimiterAreThereOnRequest() {
        assertThat(export("fields=name,price&name=plain&bom=true&delimiter=tab")
                        .expect(200)
                        .text())
                .isEqualTo("\ufeffname\tprice\r\nplain\t-12.50\r\n");
        assertThat(export("fields=name,price&name=plain&delimiter=%3B").text())
                .isEqualTo("name;price\r\nplain;-12.50\r\n");
    }

    @Test
    void jsonHasTheRowsOfTheList() {
        Answer list = things.owner()
                .get(things.path("thing") + "?sort_by=-name&expand=shop")
                .expect(200);
        Answer json = export("format=json&sort_by=-name&expand=shop").expect(200);
        assertThat(json.json()).isEqualTo(list.at("results"));

        Answer lines = export("format=ndjson&sort_by=-name&expand=shop").expect(200);
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        String[] rows = lines.text().split("\n", -1);
        assertThat(rows).hasSize(4);
        assertThat(Json.parse(rows[1])).isEqualTo(list.at("results").get(1));

        assertThat(export("format=json&name=nobody").expect(200).json()).isEmpty();
    }

    @Test
    void aWorkbookHasNumbersAsNumbersAndNoFormulas() throws Exception {
        byte[] file = things.owner().bytes(things.path("thing") + "export/?format=xlsx&sort_by=id&fields=" + FIELDS);
        String sheet = entry(file, "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("<c r=\"B2\" t=\"n\"><v>-12.5", "<c r=\"D2\" t=\"b\"><v>1</v>")
                .contains("9007199254740993</t>")
                .contains("&apos;=HYPERLINK(")
                .doesNotContain("<f>");
    }

    @ParameterizedTest
    @CsvSource({
        "nosuch=1, UNKNOWN_PARAMETER, nosuch",
        "page=2, UNKNOWN_PARAMETER, page",
        "cursor=, UNKNOWN_PARAMETER, cursor",
        "format=pdf, INVALID, format",
        "delimiter=x, INVALID, delimiter",
        "bom=maybe, INVALID, bom",
        "format=json&bom=true, INVALID, bom",
        "expand=shop, INVALID, expand",
        "fields=nosuch, INVALID, fields",
        "price=x, INVALID, price"
    })
    void whatCannotBeIsRefusedBeforeTheFirstByte(String query, String code, String blamed) {
        export(query).refused(400, code).blaming(blamed);
    }

    @Test
    void whoMayNotReadMayNotExport() {
        String path = things.path("thing") + "export/?format=csv";
        Client.anonymous().get(path).refused(401, "UNAUTHENTICATED");
        People.newUser().get(path).refused(404, "NOT_FOUND");
        things.owner().get(things.path("nosuch") + "export/").refused(404, "NOT_FOUND");
    }

    private static String entry(byte[] archive, String name) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        try {
            Files.write(file, archive);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
