package io.nocode.automation.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final byte[] BODY = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "a secret of some length";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private static String header(long seconds, byte[] body, String secret) {
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(Signature.of(String.valueOf(seconds), body, secret));
    }

    @Test
    void theSecretSignsTimeAndBody() {
        assertThat(Signature.signs(header(1_800_000_000, BODY, SECRET), BODY, SECRET, NOW))
                .isTrue();
        assertThat(Signature.signs(header(1_800_000_000, BODY, SECRET), new byte[] {1}, SECRET, NOW))
                .isFalse();
        assertThat(Signature.signs(header(1_800_000_000, BODY, "another secret"), BODY, SECRET, NOW))
                .isFalse();
    }

    @Test
    void itIsGoodForFiveMinutes() {
        assertThat(Signature.signs(header(1_800_000_000 - 299, BODY, SECRET), BODY, SECRET, NOW))
                .isTrue();
        assertThat(Signature.signs(header(1_800_000_000 - 301, BODY, SECRET), BODY, SECRET, NOW))
                .isFalse();
        assertThat(Signature.signs(header(1_800_000_000 + 301, BODY, SECRET), BODY, SECRET, NOW))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t=1800000000", "v1=00", "t=x,v1=00", "t=99999999999999999999,v1=00"})
    void whatIsNoSignatureSignsNothing(String header) {
        assertThat(Signature.signs(header, BODY, SECRET, NOW)).isFalse();
    }
}
