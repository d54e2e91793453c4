package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SoftDeletionIT {
    private static Library library;

    @BeforeAll
    static void aProjectThatKeepsWhatIsDeleted() {
        library = Library.create();
    }

    @Test
    void aDeletedRowIsNowhereButAmongTheDeleted() {
        Client owner = library.owner();
        String author = library.author("Frisch");
        String book = library.book("Stiller", author);
        library.delete("book", book);
        String path = library.path("book");
        owner.get(path + book + "/").refused(404, "NOT_FOUND");
        owner.patch(path + book + "/", "{\"title\": \"x\"}").refused(404, "NOT_FOUND");
        owner.put(path + book + "/", "{\"title\": \"x\"}").refused(404, "NOT_FOUND");
        owner.delete(path + book + "/").refused(404, "NOT_FOUND");
        assertThat(owner.get(path + "?title=Stiller").at("count").intValue()).isZero();
        assertThat(owner.get(path + "?search=stiller").at("count").intValue()).isZero();
        assertThat(owner.get(path + "aggregate/?title=Stiller")
                        .at("results/0/count")
                        .intValue())
                .isZero();
        assertThat(owner.get(library.path("author", author) + "?fields=name")
                        .expect(200)
                        .text())
                .isEqualTo("{\"name\":\"Frisch\"}");
        assertThat(owner.get(library.path("author") + "?name=Frisch&expand=books")
                        .at("results/0/books"))
                .isEmpty();

        Answer deleted =
                owner.get(path + "deleted/?title=Stiller&expand=author").expect(200);
        assertThat(deleted.at("count").intValue()).isEqualTo(1);
        assertThat(deleted.at("results/0/id").asText()).isEqualTo(book);
        assertThat(deleted.at("results/0/deleted_at").asText()).endsWith("Z");
        assertThat(deleted.at("results/0/version").intValue()).isEqualTo(2);
        assertThat(deleted.at("results/0/author/name").asText()).isEqualTo("Frisch");

        Answer restored = library.restore("book", book).expect(200);
        assertThat(restored.at("deleted_at").isNull()).isTrue();
        assertThat(restored.at("version").intValue()).isEqualTo(3);
        assertThat(owner.get(path + book + "/").expect(200).header("ETag")).isEqualTo(restored.header("ETag"));
        library.restore("book", book).refused(409, "NOT_DELETED");
        library.restore("book", Ids.next().toString()).refused(404, "NOT_FOUND");
    }

    @Test
    void theLastThatWasDeletedComesFirst() {
        String first = library.author("First deleted");
        String second = library.author("Second deleted");
        library.delete("author", first);
        library.delete("author", second);
        assertThat(Library.values(
                        library.owner().get(library.path("author") + "deleted/?name__endswith=deleted"), "id"))
                .containsExactly(second, first);
        assertThat(Library.values(
                        library.owner().get(library.path("author") + "deleted/?name__endswith=deleted&sort_by=name"),
                        "id"))
                .containsExactly(first, second);
        library.owner().get(library.path("author") + "deleted/?page_size=0").refused(400, "INVALID");
        library.owner().get(library.path("author") + "deleted/?nosuch=1").refused(400, "UNKNOWN_PARAMETER");
    }

    @Test
    void whereRowsGoForGoodThereIsNothingToRestore() {
        String tag = library.add("tag", "{\"label\": \"gone\"}");
        library.owner().get(library.path("tag") + "deleted/").refused(404, "NOT_FOUND");
        library.delete("tag", tag);
        library.restore("tag", tag).refused(404, "NOT_FOUND");
    }

    @Test
    void aUniqueValueIsFreeOnceItsRowIsDeletedAndThenThatRowCannotReturn() {
        String first = library.author("Dürrenmatt");
        library.owner()
                .post(library.path("author"), "{\"name\": \"Dürrenmatt\"}")
                .refused(409, "NOT_UNIQUE");
        library.delete("author", first);
        String second = library.author("Dürrenmatt");
        library.restore("author", first).refused(409, "NOT_UNIQUE").blaming("name");
        library.delete("author", second);
        library.restore("author", first).expect(200);
        library.restore("author", second).refused(409, "NOT_UNIQUE");
        assertThat(library.actions("author", second)).containsExactly("created", "deleted");
    }

    @Test
    void anUpsertFindsOnlyWhatIsThere() {
        String first = library.author("Keller");
        library.delete("author", first);
        String upsert = "{\"operation\": \"upsert\", \"on_conflict\": \"name\", \"records\": [{\"name\": \"Keller\"}]}";
        Answer made =
                library.owner().post(library.path("author") + "bulk/", upsert).expect(200);
        assertThat(made.at("results/0/status").asText()).isEqualTo("created");
        assertThat(made.at("results/0/id").asText()).isNotEqualTo(first);
        assertThat(library.owner()
                        .post(library.path("author") + "bulk/", upsert)
                        .at("results/0/status")
                        .asText())
                .isEqualTo("updated");
    }

    @Test
    void whatGoesWithARowComesBackWithItAndNothingElse() {
        String author = library.author("Gotthelf");
        String early = library.book("Deleted before", author);
        library.delete("book", early);
        String book = library.book("Spinne", author);
        library.delete("author", author);
        library.owner().get(library.path("book", book)).refused(404, "NOT_FOUND");
        library.restore("book", book).refused(409, "CANNOT_RETURN").blaming("author");

        library.restore("author", author).expect(200);
        library.owner().get(library.path("book", book)).expect(200);
        library.owner().get(library.path("book", early)).refused(404, "NOT_FOUND");
        assertThat(library.actions("book", book)).containsExactly("created", "deleted", "restored");
        library.restore("book", early).expect(200);
    }

    @Test
    void aRowThatRowsHoldCannotBeDeletedAndOthersLetGo() {
        String author = library.author("Walser");
        String book = library.book("Gehülfe", author);
        String note = library.add("note", "{\"text\": \"!\", \"book\": \"%s\"}".formatted(book));
        String review = library.add("review", "{\"text\": \"?\", \"book\": \"%s\"}".formatted(book));
        library.owner().delete(library.path("book", book)).refused(409, "ROW_IN_USE");
        library.owner().delete(library.path("author", author)).refused(409, "ROW_IN_USE");
        assertThat(library.actions("author", author)).containsExactly("created");
        assertThat(library.owner()
                        .get(library.path("review", review))
                        .at("book")
                        .asText())
                .isEqualTo(book);

        library.delete("note", note);
        library.delete("book", book);
        assertThat(library.owner()
                        .get(library.path("review", review))
                        .at("book")
                        .isNull())
                .isTrue();
        assertThat(library.actions("review", review)).containsExactly("created", "updated");
    }

    @Test
    void nothingPointsToADeletedRow() {
        String author = library.author("Spitteler");
        String other = library.author("Ramuz");
        String book = library.book("Olympischer Frühling", other);
        library.delete("author", author);
        library.owner()
                .post(library.path("book"), "{\"title\": \"x\", \"author\": \"%s\"}".formatted(author))
                .refused(400, "INVALID")
                .blaming("author");
        library.owner()
                .patch(library.path("book", book), "{\"author\": \"%s\"}".formatted(author))
                .refused(400, "INVALID")
                .blaming("author");
        library.owner()
                .post(
                        library.path("book") + "bulk/",
                        "{\"operation\": \"create\", \"records\": [{\"title\": \"x\", \"author\": \"%s\"}]}"
                                .formatted(author))
                .refused(400, "INVALID")
                .blaming("records[0].author");
    }

    @Test
    void twoWhoDeleteAtOnceDeleteOnceAndSoDoTwoWhoRestore() {
        String author = library.author("Haller");
        assertThat(AtOnce.run(
                        4,
                        i -> library.owner()
                                .delete(library.path("author", author))
                                .status()))
                .containsExactlyInAnyOrder(204, 404, 404, 404);
        assertThat(AtOnce.run(4, i -> library.restore("author", author).status()))
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(library.actions("author", author)).containsExactly("created", "deleted", "restored");
    }

    @Test
    void whoeverAddsABookWhileItsAuthorIsDeletedIsRefusedOrGoesToo() {
        for (int round = 0; round < 5; round++) {
            String author = library.author("Race " + round);
            List<Answer> answers = AtOnce.run(
                    4,
                    i -> i == 0
                            ? library.owner().delete(library.path("author", author))
                            : library.owner()
                                    .post(
                                            library.path("book"),
                                            "{\"title\": \"Race\", \"author\": \"%s\"}".formatted(author)));
            assertThat(answers.get(0).status()).isEqualTo(204);
            assertThat(library.owner()
                            .get(library.path("book") + "?author=" + author)
                            .at("count")
                            .intValue())
                    .isZero();
        }
    }

    @Test
    void softDeletionCanBeSwitchedOnLaterAndOffWithConsent() {
        String schema = library.table("later", "[{\"name\": \"code\", \"type\": \"string\", \"unique\": true}]", "{}");
        String pointing = library.table(
                "pointing", "[{\"name\": \"later\", \"type\": \"relation\", \"target\": \"later\"}]", "{}");
        String kept = library.add("later", "{\"code\": \"a\"}");
        Client owner = library.owner();
        assertThat(owner.patch("studio/schemas/" + schema + "/", "{\"options\": {\"soft_delete\": true}}")
                        .expect(200)
                        .at("options"))
                .isEqualTo(Json.parse("{\"indexes\": [], \"soft_delete\": true, \"revisions\": false}"));
        String gone = library.add("later", "{\"code\": \"b\"}");
        library.delete("later", gone);
        library.add("later", "{\"code\": \"b\"}");
        owner.post(library.path("pointing"), "{\"later\": \"%s\"}".formatted(gone))
                .refused(400, "INVALID")
                .blaming("later");

        owner.patch("studio/schemas/" + schema + "/", "{\"options\": {\"soft_delete\": false}}")
                .refused(409, "DATA_LOSS");
        assertThat(owner.get(library.path("later") + "deleted/").at("count").intValue())
                .isEqualTo(1);
        owner.patch(
                        "studio/schemas/" + schema + "/",
                        "{\"options\": {\"soft_delete\": false}, \"allow_data_loss\": true}")
                .expect(200);
        assertThat(owner.get(library.path("later") + "?sort_by=code")
                        .at("count")
                        .intValue())
                .isEqualTo(2);
        owner.get(library.path("later") + "deleted/").refused(404, "NOT_FOUND");
        owner.post(library.path("later"), "{\"code\": \"b\"}").refused(409, "NOT_UNIQUE");
        library.delete("later", kept);
        assertThat(pointing).isNotEmpty();
    }

    @Test
    void whoDoesNotSeeWhenRowsWereDeletedListsThemAllTheSame() {
        String kept = library.table("hush", "[{\"name\": \"code\", \"type\": \"string\"}]", "{\"soft_delete\": true}");
        library.owner()
                .post(
                        "studio/schemas/" + kept + "/policies/",
                        "{\"role\": \"MEMBER\", \"action\": \"read\", \"fields\": [\"code\"]}")
                .expect(201);
        library.delete("hush", library.add("hush", "{\"code\": \"a\"}"));
        Client member = People.newMember(library.owner(), library.organization(), "MEMBER");
        assertThat(Library.values(member.get(library.path("hush") + "deleted/").expect(200), "code"))
                .containsExactly("a");
        member.get(library.path("hush") + "deleted/?sort_by=deleted_at").refused(400, "INVALID");
    }

    @Test
    void onlyWhoMayDeleteMayRestore() {
        String author = library.author("Inglin");
        library.delete("author", author);
        Client viewer = People.newMember(library.owner(), library.organization(), "VIEWER");
        viewer.post(library.path("author", author) + "restore/").refused(403, "FORBIDDEN");
        viewer.get(library.path("author") + "deleted/").expect(200);
        Client outsider = People.newUser();
        outsider.post(library.path("author", author) + "restore/").refused(404, "NOT_FOUND");
        outsider.get(library.path("author") + "deleted/").refused(404, "NOT_FOUND");
        Client.anonymous().get(library.path("author") + "deleted/").refused(401, "UNAUTHENTICATED");
    }
}
