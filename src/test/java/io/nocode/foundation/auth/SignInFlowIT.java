package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account's life, from its registration to its last sign-out. */
class SignInFlowIT {
    private static final String NEW_PASSWORD = "Another1horse";

    private final Client nobody = Client.anonymous();
    private final String email = People.newEmail();

    @Test
    void somebodyRegistersConfirmsTheAddressAndSignsIn() {
        Answer registered =
                People.register(email.toUpperCase(java.util.Locale.ROOT)).expect(201);
        assertThat(registered.at("user/email").asText()).isEqualTo(email);
        assertThat(registered.at("user/email_verified").asBoolean()).isFalse();
        assertThat(registered.at("user/is_superuser").asBoolean()).isFalse();
        assertThat(registered.text()).doesNotContain("password");

        String token = People.tokenMailedTo(email);
        nobody.post("foundation/auth/verify-email/", Map.of("token", token)).expect(200);
        nobody.post("foundation/auth/verify-email/", Map.of("token", token)).refused(400, "INVALID_LINK");

        Answer login = login(People.PASSWORD).expect(200);
        assertThat(login.at("token_type").asText()).isEqualTo("Bearer");
        assertThat(login.at("expires_in").asLong()).isPositive();
        assertThat(login.at("user/email_verified").asBoolean()).isTrue();
        assertThat(login.at("organizations").size()).isZero();

        JsonNode profile =
                bearer(login).get("foundation/users/profile").expect(200).json();
        assertThat(profile.path("full_name").asText()).isEqualTo("Zoé Müller");
        assertThat(profile.path("id")).isEqualTo(login.at("user/id"));
    }

    @Test
    void theMailIsInTheLanguageOfItsReader() {
        nobody.post(
                        "foundation/auth/register/client/",
                        Map.of(
                                "email",
                                email,
                                "password",
                                People.PASSWORD,
                                "password_confirm",
                                People.PASSWORD,
                                "first_name",
                                "Zoé <b>",
                                "last_name",
                                "Müller",
                                "language",
                                "fr"))
                .expect(201);
        People.tokenMailedTo(email);

        JsonNode mail = nobody.get("dev/mailbox/?to=" + email).at("0");
        assertThat(mail.path("subject").asText()).isEqualTo("Confirmez votre adresse e-mail");
        assertThat(mail.path("html").asText())
                .contains("Bienvenue, Zoé &lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void aRefreshGivesTheNextPairAndASignOutEndsIt() {
        People.register(email).expect(201);
        Answer login = login(People.PASSWORD).expect(200);
        Answer next = refresh(login.at("refresh").asText()).expect(200);
        Client later = bearer(next);
        later.get("foundation/users/profile/").expect(200);
        verify(next.at("access").asText()).expect(200);
        verify(next.at("refresh").asText()).expect(200);

        Answer out = later.post(
                        "foundation/auth/logout/",
                        Map.of("refresh", next.at("refresh").asText()))
                .expect(200);
        assertThat(out.at("token_revoked").asBoolean()).isTrue();

        later.get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
        bearer(login).get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
        refresh(next.at("refresh").asText()).refused(401, "INVALID_TOKEN");
        verify(next.at("access").asText()).refused(401, "INVALID_TOKEN");
        verify(next.at("refresh").asText()).refused(401, "INVALID_TOKEN");
    }

    @Test
    void aChangedPasswordEndsEveryOtherSignIn() {
        People.register(email).expect(201);
        Client here = bearer(login(People.PASSWORD));
        Client elsewhere = bearer(login(People.PASSWORD));
        assertThat(here.get("foundation/auth/sessions/").at("count").asInt()).isEqualTo(2);

        change(here, "Wrong1horse").refused(400, "WRONG_PASSWORD").blaming("current_password");
        change(here, People.PASSWORD).expect(200);

        elsewhere.get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
        here.get("foundation/users/profile/").expect(200);
        login(People.PASSWORD).refused(401, "INVALID_CREDENTIALS");
        login(NEW_PASSWORD).expect(200);
    }

    @Test
    void aForgottenPasswordIsChosenAnewByMail() {
        Client here = People.newUser(email);
        nobody.post("foundation/auth/password-reset/", Map.of("email", email)).expect(200);
        String token = resetToken();

        reset(token, "weak").refused(400, "WEAK_PASSWORD").blaming("new_password");
        reset(token, NEW_PASSWORD).expect(200);
        reset(token, NEW_PASSWORD).refused(400, "INVALID_LINK").blaming("token");

        here.get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
        login(NEW_PASSWORD).expect(200);
    }

    @Test
    void oneSignInIsEndedFromAnother() {
        People.register(email).expect(201);
        Client first = bearer(login(People.PASSWORD));
        Client second = bearer(login(People.PASSWORD));
        JsonNode sessions = second.get("foundation/auth/sessions/").expect(200).at("results");
        assertThat(sessions.get(0).path("current").asBoolean()).isTrue();
        String other = sessions.get(1).path("id").asText();

        People.newUser().delete("foundation/auth/sessions/" + other + "/").refused(404, "NOT_FOUND");
        second.delete("foundation/auth/sessions/" + other + "/").expect(204);

        first.get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
        second.get("foundation/users/profile/").expect(200);
    }

    private String resetToken() {
        String token = io.nocode.testing.Wait.until(
                () -> nobody.get("dev/mailbox/?to=" + email).at("0/links/0").asText(),
                link -> link.contains("reset-password"));
        return token.substring(token.indexOf("token=") + 6);
    }

    private Answer login(String password) {
        return nobody.post("foundation/auth/login/", Map.of("email", email, "password", password));
    }

    private Answer refresh(String token) {
        return nobody.post("foundation/auth/refresh/", Map.of("refresh", token));
    }

    private Answer verify(String token) {
        return nobody.post("foundation/auth/verify/", Map.of("token", token));
    }

    private Answer reset(String token, String password) {
        return nobody.post(
                "foundation/auth/password-reset/confirm/",
                Map.of("token", token, "new_password", password, "new_password_confirm", password));
    }

    private static Answer change(Client client, String current) {
        return client.post(
                "foundation/auth/change-password/",
                Map.of(
                        "current_password", current,
                        "new_password", NEW_PASSWORD,
                        "new_password_confirm", NEW_PASSWORD));
    }

    private static Client bearer(Answer tokens) {
        return Client.anonymous()
                .with(
                        "Authorization",
                        "Bearer " + tokens.expect(200).at("access").asText());
    }
}
