package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Security cases S20 and S28: many at the same moment. */
class SignInRacesIT {
    private final Client nobody = Client.anonymous();
    private final String email = People.newEmail();

    @Test
    void twentyTabsThatRefreshAtOnceStaySignedInWithTheSameToken() {
        String refresh = signIn();

        List<Answer> answers = AtOnce.run(20, i -> refresh(refresh));

        answers.forEach(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.at("refresh").asText()).distinct())
                .hasSize(1);
        refresh(answers.get(0).at("refresh").asText()).expect(200);
    }

    @Test
    void aTokenThatIsUsedAgainAfterTheGraceEndsItsWholeFamily() {
        String stolen = signIn();
        String other = signIn();
        Answer next = refresh(stolen).expect(200);

        // Within ten seconds the same child comes; then the first use is the last.
        Answer caught = Wait.until(() -> refresh(stolen), answer -> answer.status() != 200);

        caught.refused(401, "TOKEN_REUSED");
        refresh(next.at("refresh").asText()).refused(401, "INVALID_TOKEN");
        nobody.with("Authorization", "Bearer " + next.at("access").asText())
                .get("foundation/users/profile/")
                .refused(401, "UNAUTHENTICATED");
        refresh(other).expect(200);
    }

    @Test
    void ofFiftyRegistrationsOfOneAddressOneSucceeds() {
        List<Integer> statuses = AtOnce.run(50, i -> People.register(email)).stream()
                .map(Answer::status)
                .toList();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(nobody.get("dev/mailbox/?to=" + email).json().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofTwentyUsesOfOneLinkOneSucceeds() {
        People.register(email).expect(201);
        String token = People.tokenMailedTo(email);

        List<Integer> statuses =
                AtOnce.run(20, i -> nobody.post("foundation/auth/verify-email/", Map.of("token", token))).stream()
                        .map(Answer::status)
                        .toList();

        assertThat(statuses).containsOnly(200, 400).containsOnlyOnce(200);
    }

    private String signIn() {
        People.register(email);
        return nobody.post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200)
                .at("refresh")
                .asText();
    }

    private Answer refresh(String token) {
        return nobody.post("foundation/auth/refresh/", Map.of("refresh", token));
    }
}
