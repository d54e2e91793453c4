package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is not let in, and how little that tells. */
class SignInRefusalsIT {
    private final Client nobody = Client.anonymous();

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        String email = People.newEmail();
        People.register(email).expect(201);

        Answer wrong = login(email, "Wrong1horse").refused(401, "INVALID_CREDENTIALS");
        Answer unknown = login(People.newEmail(), "Wrong1horse").refused(401, "INVALID_CREDENTIALS");

        assertThat(unknown.only("error", "details", "code")).isEqualTo(wrong.only("error", "details", "code"));
    }

    @Test
    void nobodyLearnsByAResetOrAResendWhetherAnAddressIsKnown() {
        String email = People.newEmail();
        People.register(email).expect(201);
        for (String path : new String[] {"foundation/auth/password-reset/", "foundation/auth/verify-email/resend/"}) {
            Answer known = nobody.post(path, Map.of("email", email)).expect(200);
            Answer unknown =
                    nobody.post(path, Map.of("email", People.newEmail())).expect(200);
            assertThat(unknown.text()).isEqualTo(known.text());
        }
    }

    @Test
    void theEleventhGuessHasToWaitAndAKnownDeviceDoesNot() {
        String email = People.newEmail();
        People.register(email).expect(201);
        Client home = Client.anonymous().with("User-Agent", "home");
        Client guesser = Client.anonymous().with("User-Agent", "guesser");
        Map<String, String> right = Map.of("email", email, "password", People.PASSWORD);
        home.post("foundation/auth/login/", right).expect(200);

        for (int i = 0; i < 10; i++) {
            guesser.post("foundation/auth/login/", Map.of("email", email, "password", "Guess1horse" + i))
                    .refused(401, "INVALID_CREDENTIALS");
        }

        Answer held = guesser.post("foundation/auth/login/", right).refused(429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 900);
        home.post("foundation/auth/login/", right).expect(200);
    }

    @Test
    void whatARegistrationLacksIsNamed() {
        nobody.post("foundation/auth/register/client/", "{\"email\": \"nobody\", \"password\": 7, \"role\": \"OWNER\"}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("role")
                .blaming("password");
        nobody.post(
                        "foundation/auth/register/client/",
                        Map.of(
                                "email", "nobody",
                                "password", "x",
                                "password_confirm", "x",
                                "first_name", " "))
                .refused(400, "INVALID")
                .blaming("email")
                .blaming("first_name")
                .blaming("last_name");
        nobody.post("foundation/auth/register/client/", "{\"email\": ").refused(400, "MALFORMED_JSON");
        Answer deep = nobody.post(
                        "foundation/auth/register/client/", "{\"email\": " + "[".repeat(65) + "]".repeat(65) + "}")
                .refused(400, "MALFORMED_JSON");
        assertThat(deep.at("details/body").asText()).contains("64 levels");
    }

    @Test
    void aWeakPasswordIsRefusedAndNothingIsStored() {
        String email = People.newEmail();
        for (String password : new String[] {"Short1", "correct7horse", "Correct-horse", "Password123"}) {
            register(email, password).refused(400, "WEAK_PASSWORD").blaming("password");
        }
        register(email, People.PASSWORD).expect(201);
        register(email, People.PASSWORD).refused(409, "EMAIL_TAKEN").blaming("email");
    }

    @Test
    void aTokenMustBeText() {
        for (String token : new String[] {"{\"$ne\": null}", "[\"x\"]", "7", "true", "null", "\"\""}) {
            nobody.post(
                            "foundation/auth/password-reset/confirm/",
                            "{\"token\": " + token
                                    + ", \"new_password\": \"Correct7horse\", \"new_password_confirm\": \"Correct7horse\"}")
                    .refused(400, "INVALID")
                    .blaming("token");
        }
    }

    @Test
    void aTokenForOnePurposeIsNoneForAnother() {
        String email = People.newEmail();
        People.register(email).expect(201);
        String verification = People.tokenMailedTo(email);

        nobody.post(
                        "foundation/auth/password-reset/confirm/",
                        Map.of(
                                "token", verification,
                                "new_password", "Another1horse",
                                "new_password_confirm", "Another1horse"))
                .refused(400, "INVALID_LINK");
        login(email, People.PASSWORD).expect(200);
    }

    @Test
    void aForgedAccessTokenIsRefusedWhereOneIsNeeded() {
        String token = login("admin@example.com", "Admin12345").at("access").asText();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        Answer refused = nobody.with("Authorization", "Bearer " + forged)
                .get("foundation/users/profile/")
                .refused(401, "UNAUTHENTICATED");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        nobody.with("Authorization", "Basic YWRtaW46YWRtaW4=")
                .get("foundation/users/profile/")
                .refused(401, "UNAUTHENTICATED");
        nobody.with("X-API-Key", "nck_x").get("foundation/users/profile/").refused(401, "UNAUTHENTICATED");
    }

    private Answer register(String email, String password) {
        return nobody.post(
                "foundation/auth/register/client/",
                Map.of(
                        "email", email,
                        "password", password,
                        "password_confirm", password,
                        "first_name", "Zoé",
                        "last_name", "Müller"));
    }

    private Answer login(String email, String password) {
        return nobody.post("foundation/auth/login/", Map.of("email", email, "password", password));
    }
}
