package io.nocode.shared.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
    private final byte[] body = "{\"id\": \"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aSignatureOverTimeAndBodyHolds() {
        assertThat(signs(header(NOW, "secret"), NOW)).isTrue();
        assertThat(signs(header(NOW, "secret").replace(",", " , "), NOW)).isTrue();
    }

    @Test
    void oneOfSeveralIsEnough() {
        String other = "v1=" + "0".repeat(64) + ",v0=x";
        assertThat(signs(header(NOW, "secret") + "," + other, NOW)).isTrue();
        assertThat(signs(other + "," + header(NOW, "secret"), NOW)).isTrue();
    }

    @Test
    void itIsGoodForFiveMinutes() {
        String header = header(NOW, "secret");
        assertThat(signs(header, NOW.plusSeconds(300))).isTrue();
        assertThat(signs(header, NOW.plusSeconds(301))).isFalse();
        assertThat(signs(header, NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void anythingElseDoesNotHold() {
        String header = header(NOW, "secret");
        assertThat(signs(null, NOW)).isFalse();
        assertThat(signs("", NOW)).isFalse();
        assertThat(signs(header(NOW, "other"), NOW)).isFalse();
        assertThat(signs(header.substring(header.indexOf("v1")), NOW)).isFalse();
        assertThat(signs(header.substring(0, header.indexOf(",")), NOW)).isFalse();
        assertThat(signs("t=" + (NOW.getEpochSecond() + 1) + header.substring(header.indexOf(",")), NOW))
                .isFalse();
        assertThat(signs("t=99999999999999999999,v1=" + "0".repeat(64), NOW)).isFalse();
        assertThat(signs(header.replace("v1", "v0"), NOW)).isFalse();
        assertThat(WebhookSignature.signs(header, "{}".getBytes(StandardCharsets.UTF_8), "secret", NOW))
                .isFalse();
    }

    private boolean signs(String header, Instant now) {
        return WebhookSignature.signs(header, body, "secret", now);
    }

    private String header(Instant at, String secret) {
        String seconds = String.valueOf(at.getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(WebhookSignature.of(seconds, body, secret));
    }
}
