package io.nocode.runtime.endusers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.LiveApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security case S23: an end user has of the rows what policies give to their role, and nothing else. */
class EndUserRowsIT {
    private static LiveApp app;
    private final Client user = app.signedIn(app.newEndUser());

    @BeforeAll
    static void anApplicationWhosePeopleOwnTheirRows() {
        app = LiveApp.open();
        String schema = app.owner
                .get("studio/schemas/?project=" + app.project)
                .expect(200)
                .at("results/0/id")
                .asText();
        String policies = "studio/schemas/" + schema + "/policies/";
        for (String policy : List.of(
                "{\"role\": \"CLIENT\", \"action\": \"read\", \"filter\": {\"created_by\": \"$user.id\"}}",
                "{\"role\": \"CLIENT\", \"action\": \"create\"}",
                "{\"role\": \"CLIENT\", \"action\": \"update\", \"filter\": {\"created_by\": \"$user.id\"}}",
                "{\"role\": \"clerk\", \"action\": \"read\"}")) {
            app.owner.post(policies, policy).expect(201);
        }
        app.owner.post("studio/projects/" + app.project + "/publish/", Map.of()).expect(202);
        app.deployed();
        app.configure(Map.of(
                "accounts", Map.of("registration", "open", "roles", List.of("CLIENT", "clerk", "ADMIN", "OWNER"))));
    }

    @Test
    void rowsOfOnesOwnAreOnesOwn() {
        Answer row = user.post(app.rows(), Map.of("title", "Mine")).expect(201);
        String path = app.rows() + row.id() + "/";
        assertThat(titles(user)).containsExactly("Mine");
        user.patch(path, Map.of("title", "Still mine")).expect(200);
        user.delete(path).refused(403, "FORBIDDEN");
        Client other = app.signedIn(app.newEndUser());
        other.get(path).refused(404, "NOT_FOUND");
        assertThat(other.patch(path, Map.of("title", "Theirs")).status()).isIn(403, 404);
        assertThat(titles(other)).isEmpty();
        assertThat(app.owner
                        .get(path + "?environment=prod")
                        .expect(200)
                        .at("title")
                        .asText())
                .isEqualTo("Still mine");
    }

    @Test
    void aRoleHasWhatItsPoliciesGiveWhateverItIsCalled() {
        user.post(app.rows(), Map.of("title", "Seen")).expect(201);
        Client clerk = ofRole("clerk");
        assertThat(titles(clerk)).contains("Seen");
        clerk.post(app.rows(), Map.of("title", "No")).refused(403, "FORBIDDEN");
        // Who builds may not be locked out; an end user of the same name is none of them.
        for (String role : List.of("ADMIN", "OWNER")) {
            assertThat(ofRole(role).get(app.rows()).status()).as(role).isIn(403, 404);
        }
    }

    @Test
    void aRoleIsChangedForTheVeryNextRequest() {
        String email = app.newEndUser();
        Client changing = app.signedIn(email);
        changing.get(app.rows()).expect(200);
        app.owner
                .patch("runtime/apps/" + app.id + "/users/" + app.accountOf(email) + "/", Map.of("role", "OWNER"))
                .expect(200);
        assertThat(changing.get(app.rows()).status()).isIn(403, 404);
    }

    @Test
    void thereIsNoOtherEnvironmentAndNoOtherProject() {
        for (String environment : List.of("dev", "staging")) {
            user.get(app.rows() + "?environment=" + environment).refused(404, "NOT_FOUND");
            user.with("X-Environment", environment).get(app.rows()).refused(404, "NOT_FOUND");
        }
        LiveApp elsewhere = LiveApp.open();
        user.get(elsewhere.rows()).refused(401, "UNAUTHENTICATED");
        user.get("runtime/projects/" + Ids.next() + "/tables/orders/").refused(401, "UNAUTHENTICATED");
        Client stranger = elsewhere.signedIn(elsewhere.newEndUser());
        stranger.get(app.rows()).refused(401, "UNAUTHENTICATED");
        assertThat(stranger.get(elsewhere.rows()).status())
                .as("a table without a policy")
                .isIn(403, 404);
    }

    private static Client ofRole(String role) {
        String email = app.newEndUser();
        app.owner
                .patch("runtime/apps/" + app.id + "/users/" + app.accountOf(email) + "/", Map.of("role", role))
                .expect(200);
        return app.signedIn(email);
    }

    private static List<String> titles(Client who) {
        return who.get(app.rows()).expect(200).json().path("results").findValuesAsText("title");
    }
}
