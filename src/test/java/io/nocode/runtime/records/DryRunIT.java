package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DryRunIT {
    private static Library library;

    @BeforeAll
    static void aProjectWithTables() {
        library = Library.create();
    }

    @Test
    void everyWriteAnswersAsItWouldAndKeepsNothing() {
        Client owner = library.owner();
        String authors = library.path("author");
        dry(owner.post(authors + "?dry_run=true", "{\"name\": \"Dry\"}").expect(201));
        String author = library.author("Wet");
        String path = authors + author + "/";
        Answer before = owner.get(path);
        assertThat(dry(owner.patch(path + "?dry_run=true", "{\"name\": \"Dry\"}")
                                .expect(200))
                        .at("name")
                        .asText())
                .isEqualTo("Dry");
        dry(owner.put(path + "?dry_run=true", "{\"name\": \"Dry\"}").expect(200));
        dry(owner.delete(path + "?dry_run=true").expect(204));
        for (String bulk : new String[] {
            "{\"operation\": \"create\", \"records\": [{\"name\": \"Dry\"}]}",
            "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"name\": \"Dry\"}]}".formatted(author),
            "{\"operation\": \"upsert\", \"on_conflict\": \"name\", \"records\": [{\"name\": \"Wet\"}]}",
            "{\"operation\": \"delete\", \"ids\": [\"%s\"]}".formatted(author),
            "{\"operation\": \"create\", \"atomic\": false, \"records\": [{\"name\": \"Dry\"}, {\"name\": \"Wet\"}]}"
        }) {
            assertThat(dry(owner.post(authors + "bulk/?dry_run=true", bulk).expect(200))
                            .at("succeeded")
                            .intValue())
                    .isEqualTo(1);
        }
        dry(owner.patch(authors + "?name=Wet&confirm=1&dry_run=true", "{\"name\": \"Dry\"}")
                .expect(200));
        dry(owner.delete(authors + "?name=Wet&confirm=1&dry_run=true").expect(200));
        dry(owner.post(path + "revisions/1/restore/?dry_run=true").expect(200));
        assertThat(owner.get(path).json()).isEqualTo(before.json());
        assertThat(owner.get(authors + "?name=Dry").at("count").intValue()).isZero();
        assertThat(library.actions("author", author)).containsExactly("created");

        library.delete("author", author);
        dry(owner.post(path + "restore/?dry_run=true").expect(200));
        owner.get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void linksAreTriedToo() {
        String book = library.add("book", "{\"title\": \"Dry\"}");
        String tag = library.add("tag", "{\"label\": \"dry\"}");
        String links = library.path("book", book) + "links/tags/";
        String ids = "{\"ids\": [\"%s\"]}".formatted(tag);
        assertThat(dry(library.owner().post(links + "?dry_run=true", ids).expect(200))
                        .at("linked")
                        .intValue())
                .isEqualTo(1);
        assertThat(library.owner().get(links).at("count").intValue()).isZero();
        library.owner().post(links, ids).expect(200);
        assertThat(dry(library.owner()
                                .send("DELETE", links + "?dry_run=true", ids)
                                .expect(200))
                        .at("unlinked")
                        .intValue())
                .isEqualTo(1);
        assertThat(library.owner().get(links).at("count").intValue()).isEqualTo(1);
    }

    @Test
    void whatWouldBeRefusedIsRefused() {
        library.author("Taken");
        Client owner = library.owner();
        owner.post(library.path("author") + "?dry_run=true", "{\"name\": \"Taken\"}")
                .refused(409, "NOT_UNIQUE")
                .blaming("name");
        owner.post(library.path("author") + "?dry_run=true", "{\"name\": 1}").refused(400, "INVALID");
        owner.post(library.path("author") + "?dry_run=maybe", "{\"name\": \"x\"}")
                .refused(400, "INVALID")
                .blaming("dry_run");
        Answer real = owner.post(library.path("author") + "?dry_run=false", "{\"name\": \"Real\"}")
                .expect(201);
        assertThat(real.header("Dry-Run")).isEmpty();
        owner.get(library.path("author", real.id())).expect(200);
    }

    private static Answer dry(Answer answer) {
        assertThat(answer.header("Dry-Run")).as(answer.request()).isEqualTo("true");
        return answer;
    }
}
