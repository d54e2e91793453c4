package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevisionsIT {
    private static Library library;

    @BeforeAll
    static void aProjectThatKeepsHistory() {
        library = Library.create();
    }

    @Test
    void everyChangeIsKeptWithWhoAndWhatWasBeforeAndAfter() {
        String author = library.author("Meyer");
        String book = library.add("book", """
                {"title": "Jenatsch", "price": 12.50, "seen": "2026-01-01T12:00:00.5+02:00", "facts": {"a": [1, 2.50]},
                 "author": "%s"}
                """.formatted(author));
        Client member = People.newMember(library.owner(), library.organization(), "MEMBER");
        member.patch(library.path("book", book), "{\"price\": 13}").expect(200);
        library.delete("book", book);

        Answer page = library.owner()
                .get(library.path("book", book) + "revisions/?page_size=2")
                .expect(200);
        assertThat(page.at("count").intValue()).isEqualTo(3);
        assertThat(Library.values(page, "number")).containsExactly("3", "2");
        assertThat(Library.values(library.owner().get(page.at("next").asText()), "number"))
                .containsExactly("1");
        assertThat(page.at("results/0/action").asText()).isEqualTo("deleted");
        assertThat(page.at("results/1/before/price").decimalValue()).isEqualTo("12.50");
        assertThat(page.at("results/1/after/price").decimalValue()).isEqualTo("13.00");
        assertThat(page.at("results/1/changed_by").asText())
                .isEqualTo(page.at("results/1/after/updated_by").asText())
                .isNotEqualTo(page.at("results/0/changed_by").asText());

        Answer first = library.owner().get(library.path("book", book) + "revisions/?sort_by=number&page_size=1");
        assertThat(first.at("results/0/before").isNull()).isTrue();
        assertThat(first.at("results/0/after/seen").asText()).isEqualTo("2026-01-01T10:00:00.500000Z");
        assertThat(first.at("results/0/after/number").asText()).matches("B-\\d+");
        assertThat(first.at("results/0/after/facts")).isEqualTo(Json.parse("{\"a\": [1, 2.50]}"));
        assertThat(first.at("results/0/changed_at").asText()).endsWith("Z");
    }

    @Test
    void aRowComesBackAsItWasAfterARevision() {
        String book = library.add("book", "{\"title\": \"One\", \"facts\": {\"a\": 1}, \"isbn\": \"restore-1\"}");
        String path = library.path("book", book);
        library.owner()
                .put(path, "{\"title\": \"Two\", \"facts\": {\"b\": 2}, \"price\": 1}")
                .expect(200);
        Answer back = library.owner().post(path + "revisions/1/restore/").expect(200);
        assertThat(back.only("title", "facts", "isbn", "price", "version"))
                .isEqualTo(Json.parse("{\"title\": \"One\", \"facts\": {\"a\": 1}, \"isbn\": \"restore-1\","
                        + " \"price\": null, \"version\": 3}"));
        assertThat(library.owner().get(path).expect(200).header("ETag")).isEqualTo(back.header("ETag"));
        assertThat(library.actions("book", book)).containsExactly("created", "updated", "restored");

        library.delete("book", book);
        library.owner().post(path + "revisions/4/restore/").refused(409, "CANNOT_RETURN");
        library.owner().post(path + "revisions/5/restore/").refused(404, "NOT_FOUND");
        assertThat(library.owner()
                        .post(path + "revisions/2/restore/")
                        .expect(200)
                        .at("title")
                        .asText())
                .isEqualTo("Two");
        library.owner().get(path).expect(200);
    }

    @Test
    void aRowThatIsGoneForGoodIsMadeAgainWithItsIdAndANewerVersion() {
        String review = library.add("review", "{\"text\": \"good\"}");
        String path = library.path("review", review);
        String born = library.owner().get(path).at("created_at").asText();
        library.owner().patch(path, "{\"text\": \"better\"}").expect(200);
        library.delete("review", review);
        library.owner().get(path).refused(404, "NOT_FOUND");
        assertThat(library.actions("review", review)).containsExactly("created", "updated", "deleted");
        Answer deletion = library.owner().get(path + "revisions/?page_size=1");
        assertThat(deletion.at("results/0/after").isNull()).isTrue();
        assertThat(deletion.at("results/0/changed_by").asText()).isNotEmpty().isNotEqualTo("null");

        Answer again = library.owner().post(path + "revisions/1/restore/").expect(200);
        assertThat(again.only("text", "version", "created_at"))
                .isEqualTo(Json.object().put("text", "good").put("version", 3).put("created_at", born));
        assertThat(library.actions("review", review)).containsExactly("created", "updated", "deleted", "restored");
    }

    @Test
    void whatCannotBeAgainIsRefusedAndLeavesNoTrace() {
        String author = library.author("Bichsel");
        String book =
                library.add("book", "{\"title\": \"T\", \"isbn\": \"taken\", \"author\": \"%s\"}".formatted(author));
        String path = library.path("book", book);
        library.owner().patch(path, "{\"isbn\": null, \"author\": null}").expect(200);
        String other = library.add("book", "{\"title\": \"U\", \"isbn\": \"taken\"}");
        library.owner()
                .post(path + "revisions/1/restore/")
                .refused(409, "NOT_UNIQUE")
                .blaming("isbn");
        library.owner().patch(library.path("book", other), "{\"isbn\": null}").expect(200);
        library.delete("author", author);
        library.owner()
                .post(path + "revisions/1/restore/")
                .refused(409, "CANNOT_RETURN")
                .blaming("author");
        assertThat(library.actions("book", book)).containsExactly("created", "updated");
    }

    @Test
    void refusedWritesLeaveNoRevision() {
        library.author("Loetscher");
        String author = library.author("Muschg");
        library.owner()
                .patch(library.path("author", author), "{\"name\": \"Loetscher\"}")
                .refused(409, "NOT_UNIQUE");
        library.owner().patch(library.path("author", author), "{\"name\": 1}").refused(400, "INVALID");
        library.owner()
                .with("If-Match", "\"x\"")
                .patch(library.path("author", author), "{\"name\": \"M\"}")
                .refused(412, "PRECONDITION_FAILED");
        library.owner()
                .post(
                        library.path("author") + "bulk/",
                        "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"name\": \"N\"}, {\"id\": \"%s\"}]}"
                                .formatted(author, Ids.next()))
                .refused(400, "INVALID");
        library.owner()
                .patch(library.path("author", author) + "?dry_run=true", "{\"name\": \"Dry\"}")
                .expect(200);
        assertThat(library.actions("author", author)).containsExactly("created");
    }

    @Test
    void manyAtOnceLeaveNumbersWithoutGaps() {
        String author = library.author("Counter");
        AtOnce.run(
                10,
                i -> library.owner()
                        .patch(library.path("author", author), "{\"name\": \"Counter " + i + "\"}")
                        .expect(200)
                        .status());
        assertThat(Library.values(
                        library.owner().get(library.path("author", author) + "revisions/?sort_by=number&page_size=100"),
                        "number"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 11).mapToObj(String::valueOf).toList());
    }

    @Test
    void manyRowsInOneRequestHaveEachItsHistory() {
        String bulk = library.path("author") + "bulk/";
        Answer made = library.owner()
                .post(
                        bulk,
                        "{\"operation\": \"upsert\", \"on_conflict\": \"name\", \"records\": [{\"name\": \"Bulk 1\"},"
                                + " {\"name\": \"Bulk 2\"}]}")
                .expect(200);
        String one = made.at("results/0/id").asText();
        String two = made.at("results/1/id").asText();
        library.owner().post(bulk, """
                        {"operation": "upsert", "on_conflict": "name",
                         "records": [{"name": "Bulk 1"}, {"name": "Bulk 3"}]}
                        """).expect(200);
        library.owner()
                .post(
                        bulk,
                        "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"name\": \"Bulk 4\"}]}"
                                .formatted(two))
                .expect(200);
        library.owner()
                .patch(library.path("author") + "?name__in=Bulk%201,Bulk%204&confirm=2", "{\"name\": null}")
                .expect(200);
        library.owner()
                .post(bulk, "{\"operation\": \"delete\", \"ids\": [\"%s\", \"%s\"]}".formatted(one, two))
                .expect(200);
        assertThat(library.actions("author", one)).containsExactly("created", "updated", "updated", "deleted");
        assertThat(library.actions("author", two)).containsExactly("created", "updated", "updated", "deleted");
    }

    @Test
    void historyOutlivesRenamingAndForgetsFieldsThatAreGone() {
        String schema = library.table("changing", """
                [{"name": "old_name", "type": "string"}, {"name": "gone", "type": "string"}]
                """, "{\"revisions\": true}");
        String row = library.add("changing", "{\"old_name\": \"kept\", \"gone\": \"lost\"}");
        String fields = "studio/schemas/" + schema + "/";
        String id = library.owner().get(fields).at("fields_config/0/id").asText();
        library.owner().patch(fields, """
                        {"fields_config": [{"id": "%s", "name": "new_name", "type": "string"},
                                           {"name": "added", "type": "string", "default": "added"}],
                         "allow_data_loss": true}
                        """.formatted(id)).expect(200);
        String path = library.path("changing", row);
        library.owner()
                .patch(path, "{\"new_name\": \"other\", \"added\": \"mine\"}")
                .expect(200);
        Answer revisions = library.owner().get(path + "revisions/?sort_by=number");
        assertThat(revisions.at("results/0/after/new_name").asText()).isEqualTo("kept");
        assertThat(revisions.at("results/0/after").has("gone")).isFalse();
        assertThat(revisions.at("results/1/before/new_name").asText()).isEqualTo("kept");
        assertThat(library.owner()
                        .post(path + "revisions/1/restore/")
                        .expect(200)
                        .only("new_name", "added"))
                .isEqualTo(Json.parse("{\"new_name\": \"kept\", \"added\": \"mine\"}"));

        library.owner().patch(fields, "{\"options\": {\"revisions\": false}}").refused(409, "DATA_LOSS");
        library.owner()
                .patch(fields, "{\"options\": {\"revisions\": false}, \"allow_data_loss\": true}")
                .expect(200);
        library.owner().get(path + "revisions/").refused(404, "NOT_FOUND");
        library.owner().get(path).expect(200);
    }

    @Test
    void whoMaySeeTheRowMaySeeItsHistoryAndWhoMayChangeItMayBringItBack() {
        String author = library.author("Hohler");
        String path = library.path("author", author) + "revisions/";
        Client viewer = People.newMember(library.owner(), library.organization(), "VIEWER");
        viewer.get(path).expect(200);
        viewer.post(path + "1/restore/").refused(403, "FORBIDDEN");
        Client outsider = People.newUser();
        outsider.get(path).refused(404, "NOT_FOUND");
        outsider.post(path + "1/restore/").refused(404, "NOT_FOUND");
        Client.anonymous().get(path).refused(401, "UNAUTHENTICATED");
        library.owner()
                .get(library.path("author", Ids.next().toString()) + "revisions/")
                .refused(404, "NOT_FOUND");
        library.owner()
                .get(library.path("tag", Ids.next().toString()) + "revisions/")
                .refused(404, "NOT_FOUND");
        library.owner().get(path + "?sort_by=name").refused(400, "INVALID").blaming("sort_by");
        library.owner()
                .get(path + "?search=x")
                .refused(400, "UNKNOWN_PARAMETER")
                .blaming("search");
    }
}
