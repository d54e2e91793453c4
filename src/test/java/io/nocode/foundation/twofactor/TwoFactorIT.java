package io.nocode.foundation.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Authenticator;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Signing in with two factors. */
class TwoFactorIT {
    private static final String SETUP = "foundation/auth/2fa/setup/";
    private static final String CONFIRM = "foundation/auth/2fa/confirm/";
    private static final String DISABLE = "foundation/auth/2fa/disable/";
    private static final String PROFILE = "foundation/users/profile/";

    private final Client nobody = Client.anonymous();
    private final String email = People.newEmail();
    private final Client user = People.newUser(email);

    @Test
    void theSetUpIsWhatAnAuthenticatorReads() throws IOException {
        Answer setup = user.post(SETUP).expect(200);

        String secret = setup.at("secret").asText();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(setup.at("otpauth_uri").asText())
                .startsWith("otpauth://totp/NoCode%20Backend%3A" + email.replace("@", "%40") + "?secret=" + secret)
                .endsWith("&issuer=NoCode%20Backend&algorithm=SHA1&digits=6&period=30");
        String image = setup.at("qr_code").asText();
        assertThat(image).startsWith("data:image/png;base64,");
        var png = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1))));
        assertThat(png.getWidth()).isEqualTo(png.getHeight()).isGreaterThan(100);
    }

    @Test
    void nothingChangesAtSignInBeforeTheAuthenticatorHasProvedToWork() {
        user.post(SETUP).expect(200);

        login(null).expect(200);
        assertThat(user.get(PROFILE).at("two_factor_enabled").asBoolean()).isFalse();
        user.post(CONFIRM, Map.of("otp", "000000")).refused(400, "WRONG_OTP").blaming("otp");
        login(null).expect(200);
    }

    @Test
    void afterwardsSigningInNeedsACode() {
        Authenticator authenticator = turnedOn();

        assertThat(user.get(PROFILE).at("two_factor_enabled").asBoolean()).isTrue();
        login(null).refused(401, "OTP_REQUIRED");
        login(" ").refused(401, "OTP_REQUIRED");
        login("000000").refused(401, "INVALID_OTP").blaming("otp");
        // Who does not know the password does not learn of the second factor.
        nobody.post(
                        "foundation/auth/login/",
                        Map.of("email", email, "password", "Wrong1horse", "otp", authenticator.code(1)))
                .refused(401, "INVALID_CREDENTIALS");
        login(authenticator.code(1)).expect(200);
        assertThat(subjectsOfMails()).contains("Two-factor sign-in is on");
    }

    @Test
    void aCodeIsGoodOnceAlsoForManyWhoUseItAtOnce() {
        Authenticator authenticator = turnedOn();
        String code = authenticator.code(1);

        List<Integer> statuses =
                AtOnce.run(8, i -> login(code)).stream().map(Answer::status).toList();

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        login(code).refused(401, "INVALID_OTP");
    }

    @Test
    void tenRecoveryCodesAreGoodOnceEach() {
        List<String> codes = texts(turnOn(new Authenticator(secret())).at("recovery_codes"));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        login(codes.get(0)).expect(200);
        login(codes.get(0)).refused(401, "INVALID_OTP");
        login(codes.get(1).replace("-", "").toUpperCase(java.util.Locale.ROOT)).expect(200);
    }

    @Test
    void itIsTurnedOffWithBothFactorsOnly() {
        List<String> codes = texts(turnOn(new Authenticator(secret())).at("recovery_codes"));
        String code = codes.get(0);

        user.post(DISABLE, Map.of("password", "Wrong1horse", "otp", code))
                .refused(400, "WRONG_PASSWORD")
                .blaming("password");
        user.post(DISABLE, Map.of("password", People.PASSWORD, "otp", "000000")).refused(400, "WRONG_OTP");
        user.post(SETUP).refused(409, "TWO_FACTOR_ENABLED");
        login(null).refused(401, "OTP_REQUIRED");

        user.post(DISABLE, Map.of("password", People.PASSWORD, "otp", code)).expect(200);

        login(null).expect(200);
        assertThat(user.get(PROFILE).at("two_factor_enabled").asBoolean()).isFalse();
        user.post(DISABLE, Map.of("password", People.PASSWORD, "otp", codes.get(1)))
                .refused(409, "TWO_FACTOR_DISABLED");
    }

    @Test
    void wrongCodesCountLikeWrongPasswords() {
        turnedOn();
        Client guesser = nobody.with("User-Agent", "guesser");
        for (int i = 0; i < 10; i++) {
            guesser.post(
                            "foundation/auth/login/",
                            Map.of("email", email, "password", People.PASSWORD, "otp", "00000" + i))
                    .expect(401);
        }
        guesser.post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD, "otp", "000000"))
                .refused(429, "TOO_MANY_REQUESTS");
    }

    private Authenticator turnedOn() {
        Authenticator authenticator = new Authenticator(secret());
        turnOn(authenticator);
        return authenticator;
    }

    private String secret() {
        return user.post(SETUP).expect(200).at("secret").asText();
    }

    /** With the code of the step before, so that the test has later ones to sign in with. */
    private Answer turnOn(Authenticator authenticator) {
        Answer confirmed = user.post(CONFIRM, Map.of("otp", authenticator.code(-1)));
        // Between reading the clock and asking, a step may have passed.
        return confirmed.status() == 400
                ? user.post(CONFIRM, Map.of("otp", authenticator.code(-1))).expect(200)
                : confirmed.expect(200);
    }

    private Answer login(String otp) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "password", People.PASSWORD));
        if (otp != null) {
            body.put("otp", otp);
        }
        return nobody.post("foundation/auth/login/", body);
    }

    private String subjectsOfMails() {
        return Wait.until(
                () -> nobody.get("dev/mailbox/?to=" + email).text(), text -> text.contains("Two-factor sign-in is on"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
