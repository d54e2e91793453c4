package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Another signing key, while nobody is thrown out. */
class KeyRotationIT {
    private static final String ROTATE = "foundation/auth/signing-keys/rotate/";
    private static final String PROFILE = "foundation/users/profile/";

    private final String email = People.newEmail();

    @Test
    void tokensOfTheFormerKeyAreTakenUntilTheyExpire() {
        People.register(email).expect(201);
        String before = accessToken();
        List<String> keysBefore = published();

        Client.superuser().post(ROTATE).expect(200);

        String after = accessToken();
        assertThat(kid(after)).isNotEqualTo(kid(before));
        bearer(before).get(PROFILE).expect(200);
        bearer(after).get(PROFILE).expect(200);
        assertThat(published()).contains(kid(before), kid(after)).containsAll(keysBefore);
    }

    @Test
    void onlySuperusersRotate() {
        List<String> before = published();
        People.newUser().post(ROTATE).refused(403, "FORBIDDEN");
        Client.anonymous().post(ROTATE).refused(401, "UNAUTHENTICATED");
        assertThat(published()).containsAll(before);
    }

    private String accessToken() {
        return Client.anonymous()
                .post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200)
                .at("access")
                .asText();
    }

    private static Client bearer(String token) {
        return Client.anonymous().with("Authorization", "Bearer " + token);
    }

    private static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return Json.parse(new String(header, StandardCharsets.UTF_8))
                .path("kid")
                .asText();
    }

    private static List<String> published() {
        JsonNode keys = Client.anonymous()
                .get("foundation/auth/.well-known/jwks.json")
                .expect(200)
                .at("keys");
        assertThat(keys.toString()).doesNotContain("\"d\":").doesNotContain("\"p\":");
        return StreamSupport.stream(keys.spliterator(), false)
                .map(key -> key.path("kid").asText())
                .toList();
    }
}
