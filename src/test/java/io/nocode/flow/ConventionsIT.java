package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every endpoint has in common. */
class ConventionsIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void everyOperationButTheListedOnesWantsAToken() {
        JsonNode document =
                Client.anonymous().get("/api/schema/?format=json").expect(200).json();
        List<String> open = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!METHODS.contains(operation.getKey())) {
                        return;
                    }
                    String url =
                            path.getKey().replaceAll("\\{[^}]+}", Ids.next().toString());
                    boolean saysOpen = operation.getValue().at("/security/0").isEmpty();
                    Answer answer = Client.anonymous()
                            .send(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    url,
                                    operation.getKey().equals("get") ? null : "{}");
                    if (!saysOpen) {
                        answer.refused(401, "UNAUTHENTICATED");
                        assertThat(answer.header("WWW-Authenticate")).isNotEmpty();
                    } else {
                        open.add(operation.getKey() + " " + path.getKey());
                        assertThat(answer.status())
                                .as("%s answered %s", open, answer.text())
                                .isLessThan(500);
                    }
                }));
        assertThat(open).contains("post /api/v1/foundation/auth/login/");
    }

    @Test
    void nobodyLearnsWhatExistsWithoutAToken() {
        Client nobody = Client.anonymous();
        nobody.get("studio/nothing/").refused(401, "UNAUTHENTICATED");
        nobody.send("DELETE", "studio/projects/", null).refused(401, "UNAUTHENTICATED");
        nobody.with("Content-Type", "text/plain").post("studio/projects/", "x").refused(401, "UNAUTHENTICATED");
        nobody.with("Authorization", "Bearer abc.def.ghi")
                .get("studio/projects/")
                .refused(401, "UNAUTHENTICATED");
        nobody.with("Authorization", "Basic YTpi").get("studio/projects/").refused(401, "UNAUTHENTICATED");
        nobody.with("X-HTTP-Method-Override", "GET")
                .post("studio/projects/", "{}")
                .refused(401, "UNAUTHENTICATED");
    }

    @Test
    void aUrlWithTwoReadingsIsRefused() {
        for (String path : List.of(
                "/api/v1/studio/projects/;a=b",
                "/api//v1/studio/projects/",
                "/api/v1/foundation/auth/login/%2e%2e/users/",
                "/api/v1/foundation%2fusers/",
                "/api/v1/studio/projects;/")) {
            assertThat(Client.anonymous().get(path).status()).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void aPathWorksWithAndWithoutItsTrailingSlash() {
        Client user = People.newUser();
        user.get("foundation/users/profile").expect(200);
        user.get("foundation/users/profile/").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/", "application", "*/*", "text plain/x"})
    void whatIsNoMediaTypeIsRefusedLikeOneThatIsNotTaken(String type) {
        Client.anonymous()
                .with("Content-Type", type)
                .post("studio/projects/", "{}")
                .refused(401, "UNAUTHENTICATED");
        People.newUser()
                .with("Content-Type", type)
                .post("studio/projects/", "{}")
                .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=0.9,*/*;q=1.0",
                "text/*;level=1 , application/json;charset=utf-8;q=0.10,"
            })
    void whatClientsAcceptIsTaken(String accept) {
        People.newUser().with("Accept", accept).get("studio/projects/").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;q=abc", "application/json;q=", "*/*;q=2, text/html;q=0.5", "x", "/json"})
    void anAcceptThatCannotBeReadCannotBeMet(String accept) {
        People.newUser().with("Accept", accept).get("studio/projects/").refused(406, "NOT_ACCEPTABLE");
    }

    @Test
    void whatIsNotHereIsToldApart() {
        Client user = People.newUser();
        user.get("studio/nothing/").refused(404, "NOT_FOUND");
        user.send("DELETE", "studio/projects/", null).refused(405, "METHOD_NOT_ALLOWED");
        user.with("Content-Type", "text/plain").post("studio/projects/", "x").refused(415, "UNSUPPORTED_MEDIA_TYPE");
        user.get("studio/projects/?colour=red")
                .refused(400, "UNKNOWN_PARAMETER")
                .blaming("colour");
        user.get("studio/projects/?page=0").refused(400, "INVALID").blaming("page");
        user.get("studio/projects/?page_size=101").refused(400, "INVALID").blaming("page_size");
        user.get("studio/projects/?sort_by=colour").refused(400, "INVALID").blaming("sort_by");
        assertThat(user.get("studio/projects/?page=99")
                        .expect(200)
                        .at("results")
                        .size())
                .isZero();
    }

    @Test
    void hostileJsonIsRefusedAndNothingIsStored() {
        Client user = People.newUser();
        String path = "foundation/organizations/";
        for (String body : List.of(
                "{\"name\": \"a\", \"name\": \"b\", \"type\": \"COMPANY\"}",
                "{\"name\": NaN}",
                "{\"name\": ",
                "[".repeat(10_000),
                "{\"name\": \"a\"} x",
                "")) {
            user.post(path, body).expect(400);
        }
        user.post(path, "{\"name\": \"a\\u0000b\", \"type\": \"COMPANY\"}")
                .expect(400)
                .blaming("name");
        user.post(path, "{\"name\": \"a\\ud800b\", \"type\": \"COMPANY\"}")
                .expect(400)
                .blaming("name");
        user.post(path, "[]").expect(400);
        user.post(path, "{\"name\": \"" + "x".repeat(2_000_000) + "\"}").refused(413, "TOO_LARGE");
        assertThat(user.get(path).expect(200).at("count").asInt()).isZero();
    }

    @Test
    void aRequestWithoutABodyIsToldWhatItLacks() {
        Client.anonymous()
                .post("foundation/auth/login/")
                .refused(400, "INVALID")
                .blaming("email")
                .blaming("password");
        Client owner = People.newUser();
        String organization = "foundation/organizations/" + People.newOrganization(owner) + "/";
        String before = owner.get(organization).expect(200).text();
        owner.put(organization, null).refused(400, "INVALID").blaming("body");
        owner.patch(organization, null).refused(400, "INVALID").blaming("body");
        assertThat(owner.get(organization).expect(200).text()).isEqualTo(before);
    }

    @Test
    void errorsSpeakTheCallersLanguageAndForm() {
        Client french = People.newUser().with("Accept-Language", "fr-CA, en;q=0.5");
        assertThat(french.get("studio/nothing/").json().path("error").asText()).isEqualTo("Il n'y a rien de tel ici.");
        Answer problem =
                People.newUser().with("Accept", "application/problem+json").get("studio/nothing/");
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.at("status").asInt()).isEqualTo(404);
        assertThat(problem.at("title").asText()).isNotEmpty();
        Answer traced = People.newUser().with("X-Request-Id", "my-request.1").get("studio/nothing/");
        assertThat(traced.header("X-Request-Id")).isEqualTo("my-request.1");
        assertThat(traced.at("request_id").asText()).isEqualTo("my-request.1");
    }

    @Test
    void aResourceHasAnETagAndIfMatchKeepsTheSlowerWriterOut() {
        Client owner = People.newUser();
        String path = "foundation/organizations/" + People.newOrganization(owner) + "/";
        String first = owner.get(path).expect(200).header("ETag");
        assertThat(first).startsWith("\"");
        owner.with("If-None-Match", first).get(path).expect(304);
        owner.with("If-Match", first).patch(path, Map.of("description", "new")).expect(200);
        owner.with("If-Match", first).patch(path, Map.of("description", "late")).refused(412, "PRECONDITION_FAILED");
        assertThat(owner.get(path).at("description").asText()).isEqualTo("new");
    }

    @Test
    void theSameIdempotencyKeyDoesAThingOnce() {
        Client owner = People.newUser().with("Idempotency-Key", Ids.next().toString());
        String path = "foundation/organizations/";
        Map<String, String> body = Map.of("name", "Once " + Ids.next(), "type", "COMPANY");
        Answer first = owner.post(path, body).expect(201);
        Answer again = owner.post(path, body).expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.id()).isEqualTo(first.id());
        owner.post(path, Map.of("name", "Another", "type", "COMPANY")).refused(409, "IDEMPOTENCY_CONFLICT");
        assertThat(owner.get(path).expect(200).at("count").asInt()).isEqualTo(1);
    }

    @Test
    void twentyAtOnceWithOneKeyMakeOneThing() {
        Client owner = People.newUser().with("Idempotency-Key", Ids.next().toString());
        Map<String, String> body = Map.of("name", "Once " + Ids.next(), "type", "COMPANY");
        List<Answer> answers = AtOnce.run(20, i -> owner.post("foundation/organizations/", body));
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(owner.get("foundation/organizations/").at("count").asInt()).isEqualTo(1);
    }

    @Test
    void theOtherSurfacesAnswer() {
        Client nobody = Client.anonymous();
        nobody.get("/health").expect(200);
        nobody.get("/health/ready").expect(200);
        nobody.get("/health/live").expect(200);
        nobody.get("/health/started").expect(200);
        assertThat(nobody.get("/metrics").expect(200).text()).contains("jvm_memory");
        assertThat(nobody.get("/api/schema/").expect(200).text()).contains("openapi:");
        assertThat(nobody.get("/api/docs/").expect(200).text()).contains("swagger");
        assertThat(nobody.get("/api/redoc").expect(200).text()).contains("redoc");
        Answer page = nobody.get("/").expect(200);
        assertThat(page.text()).contains("<html");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(nobody.get("/projects/some/deep/link").expect(200).text()).isEqualTo(page.text());
    }
}
