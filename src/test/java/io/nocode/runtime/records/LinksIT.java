package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinksIT {
    private static Library library;

    @BeforeAll
    static void aProjectWithARelationOfManyToMany() {
        library = Library.create();
    }

    @Test
    void rowsAreLinkedAndUnlinkedFromBothEnds() {
        Client owner = library.owner();
        String book = library.add("book", "{\"title\": \"Linked\"}");
        List<String> tags = tags("both", 3);
        String links = library.path("book", book) + "links/tags/";
        assertThat(owner.post(links, ids(tags)).expect(200).json()).isEqualTo(Json.parse("{\"linked\": 3}"));
        assertThat(owner.post(links, ids(tags)).expect(200).json()).isEqualTo(Json.parse("{\"linked\": 0}"));
        assertThat(Library.values(
                        owner.get(links + "?sort_by=label&page_size=2").expect(200), "label"))
                .containsExactly("both 0", "both 1");
        assertThat(owner.get(links + "?label__endswith=2").at("count").intValue())
                .isEqualTo(1);
        assertThat(Library.values(owner.get(library.path("tag", tags.get(0)) + "links/books/"), "id"))
                .containsExactly(book);

        assertThat(owner.send("DELETE", links, ids(tags.subList(0, 1)))
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"unlinked\": 1}"));
        assertThat(owner.delete(links + "?ids=" + String.join(",", tags))
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"unlinked\": 2}"));
        assertThat(owner.delete(links + "?ids=" + Ids.next()).expect(200).json())
                .isEqualTo(Json.parse("{\"unlinked\": 0}"));

        assertThat(owner.post(library.path("tag", tags.get(0)) + "links/books/", ids(List.of(book)))
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"linked\": 1}"));
        assertThat(owner.get(links).at("count").intValue()).isEqualTo(1);
    }

    @Test
    void linksBelongToTheRowAndGiveItANewVersionWhereTheyChange() {
        String book = library.add("book", "{\"title\": \"Versions\"}");
        String path = library.path("book", book);
        String tag = library.owner().get(path).header("ETag");
        List<String> tags = tags("version", 1);
        library.owner()
                .with("If-Match", tag)
                .post(path + "links/tags/", ids(tags))
                .expect(200);
        library.owner()
                .with("If-Match", tag)
                .delete(path + "links/tags/?ids=" + tags.get(0))
                .refused(412, "PRECONDITION_FAILED");
        assertThat(library.owner().get(path).at("version").intValue()).isEqualTo(2);
        library.owner().post(path + "links/tags/", ids(tags)).expect(200);
        assertThat(library.owner().get(path).at("version").intValue()).isEqualTo(2);
    }

    @Test
    void whatDoesNotExistIsNamed() {
        Client owner = library.owner();
        String book = library.add("book", "{\"title\": \"Faults\"}");
        List<String> tags = tags("fault", 1);
        String links = library.path("book", book) + "links/tags/";
        owner.post(links, ids(List.of(tags.get(0), Ids.next().toString())))
                .refused(400, "INVALID")
                .blaming("ids[1]");
        assertThat(owner.get(links).at("count").intValue()).isZero();
        owner.post(links, "{}").refused(400, "INVALID").blaming("ids");
        owner.post(links, "{\"ids\": [null]}").refused(400, "INVALID").blaming("ids[0]");
        owner.post(links, "{\"ids\": [], \"x\": 1}").refused(400, "UNKNOWN_FIELD");
        owner.delete(links).refused(400, "INVALID").blaming("ids");
        owner.delete(links + "?ids=x").refused(400, "INVALID").blaming("ids");
        owner.get(links + "?nosuch=1").refused(400, "UNKNOWN_PARAMETER");
        for (String relation : List.of("author", "title", "nosuch", "_ln_x")) {
            owner.get(library.path("book", book) + "links/" + relation + "/").refused(404, "NOT_FOUND");
            owner.post(library.path("book", book) + "links/" + relation + "/", ids(tags))
                    .refused(404, "NOT_FOUND");
        }
        owner.get(library.path("book", Ids.next().toString()) + "links/tags/").refused(404, "NOT_FOUND");
    }

    @Test
    void deletedRowsAreNotSeenThroughLinksAndComeBackWithThem() {
        String book = library.add("book", "{\"title\": \"Hidden\"}");
        String tag = tags("hidden", 1).get(0);
        String books = library.path("tag", tag) + "links/books/";
        library.owner().post(books, ids(List.of(book))).expect(200);
        library.delete("book", book);
        assertThat(library.owner().get(books).at("count").intValue()).isZero();
        library.owner().post(books, ids(List.of(book))).refused(400, "INVALID").blaming("ids[0]");
        library.owner().get(library.path("book", book) + "links/tags/").refused(404, "NOT_FOUND");
        library.restore("book", book).expect(200);
        assertThat(library.owner().get(books).at("count").intValue()).isEqualTo(1);
    }

    @Test
    void manyWhoLinkTheSameLinkItOnce() {
        String book = library.add("book", "{\"title\": \"Race\"}");
        String body = ids(tags("race", 5));
        assertThat(AtOnce.run(
                                5,
                                i -> library.owner()
                                        .post(library.path("book", book) + "links/tags/", body)
                                        .expect(200)
                                        .at("linked")
                                        .intValue())
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void onlyWhoMayChangeTheRowMayChangeItsLinks() {
        String book = library.add("book", "{\"title\": \"Rights\"}");
        String links = library.path("book", book) + "links/tags/";
        String body = ids(tags("right", 1));
        Client viewer = People.newMember(library.owner(), library.organization(), "VIEWER");
        viewer.get(links).expect(200);
        viewer.post(links, body).refused(403, "FORBIDDEN");
        viewer.send("DELETE", links, body).refused(403, "FORBIDDEN");
        Client outsider = People.newUser();
        outsider.get(links).refused(404, "NOT_FOUND");
        outsider.post(links, body).refused(404, "NOT_FOUND");
        Client.anonymous().get(links).refused(401, "UNAUTHENTICATED");
    }

    @Test
    void rowsAreFoundByThoseThatTheyLeadTo() {
        String author = library.author("Frisch");
        String homo = library.book("Homo faber", author);
        library.book("Stiller", author);
        List<String> tags = tags("found", 2);
        library.owner()
                .post(library.path("book", homo) + "links/tags/", ids(tags))
                .expect(200);
        assertThat(titles("{\"tags__label\": \"found 1\"}")).containsExactly("Homo faber");
        assertThat(titles("{\"tags__id__in\": [\"" + tags.get(0) + "\"]}")).containsExactly("Homo faber");
        assertThat(titles("{\"author\": \"" + author + "\", \"not\": {\"tags__label__contains\": \"found\"}}"))
                .containsExactly("Stiller");
        assertThat(titles("{\"author__books__tags__label\": \"found 0\"}")).containsExactly("Homo faber", "Stiller");
        assertThat(Library.values(found("tag", "{\"books__title\": \"Homo faber\"}"), "label"))
                .containsExactlyInAnyOrder("found 0", "found 1");
        assertThat(Library.values(found("author", "{\"books__title__startswith\": \"Homo\"}"), "name"))
                .containsExactly("Frisch");
        library.delete("book", homo);
        assertThat(Library.values(found("author", "{\"books__title__startswith\": \"Homo\"}"), "name"))
                .isEmpty();
        library.owner()
                .get(library.path("book") + "?tags__nosuch=1")
                .refused(400, "UNKNOWN_PARAMETER")
                .blaming("tags__nosuch");
        library.owner()
                .get(library.path("book") + "?sort_by=tags.label")
                .refused(400, "INVALID")
                .blaming("sort_by");
    }

    @Test
    void rowsAreFoundByTheIdsOfThoseThatTheyLeadTo() {
        String author = library.author("Bachmann");
        String malina = library.book("Malina", author);
        String ways = library.book("Wege", author);
        library.book("Simultan", author);
        List<String> tags = tags("asked", 3);
        String links = "/links/tags/";
        library.owner()
                .post(library.path("book") + malina + links, ids(tags.subList(0, 2)))
                .expect(200);
        library.owner()
                .post(library.path("book") + ways + links, ids(tags.subList(1, 2)))
                .expect(200);
        String both = "[\"" + tags.get(0) + "\", \"" + tags.get(1) + "\"]";
        for (String[] one : new String[][] {
            {"\"tags\": \"" + tags.get(0) + "\"", "Malina"},
            {"\"tags__eq\": \"" + tags.get(1) + "\"", "Malina,Wege"},
            {"\"tags\": \"" + tags.get(2) + "\"", ""},
            {"\"tags__ne\": \"" + tags.get(0) + "\"", "Simultan,Wege"},
            {"\"tags__in\": " + both, "Malina,Wege"},
            {"\"tags__not_in\": " + both, "Simultan"},
            {"\"tags__isnull\": true", "Simultan"},
            {"\"tags__isnull\": false", "Malina,Wege"},
            {"\"tags\": null", "Simultan"},
            {"\"tags__ne\": null", "Malina,Wege"},
            {"\"not\": {\"tags\": \"" + tags.get(0) + "\"}", "Simultan,Wege"},
            {"\"author__books\": \"" + malina + "\"", "Malina,Simultan,Wege"},
        }) {
            assertThat(String.join(",", titles("{\"author\": \"" + author + "\", " + one[0] + "}")))
                    .as(one[0])
                    .isEqualTo(one[1]);
        }
        assertThat(Library.values(library.owner().get(library.path("author") + "?books=" + malina), "name"))
                .containsExactly("Bachmann");
        assertThat(library.owner()
                        .get(library.path("book") + "?author=" + author + "&tags__in=" + tags.get(0) + ","
                                + tags.get(1))
                        .at("count")
                        .intValue())
                .isEqualTo(2);
        for (String wrong :
                List.of("tags=x", "tags__in=x", "tags__isnull=x", "tags__gt=" + malina, "tags__has_any=x")) {
            library.owner()
                    .get(library.path("book") + "?" + wrong)
                    .refused(400, "INVALID")
                    .blaming(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    private static List<String> titles(String filters) {
        return Library.values(found("book", filters), "title").stream().sorted().toList();
    }

    private static Answer found(String table, String filters) {
        return library.owner()
                .get(library.path(table) + "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8))
                .expect(200);
    }

    private static List<String> tags(String label, int count) {
        return Stream.iterate(0, i -> i < count, i -> i + 1)
                .map(i -> library.add("tag", "{\"label\": \"%s %s\"}".formatted(label, i)))
                .toList();
    }

    private static String ids(List<String> ids) {
        return Json.object().set("ids", Json.tree(ids)).toString();
    }
}
