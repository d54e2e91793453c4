package io.nocode.foundation.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long STEP = Totp.step(NOW);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theVectorsOfRfc6238AppendixBHold(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void theVectorsOfRfc4226AppendixDHold(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void clocksMayDifferByOneStep(long steps, boolean good) {
        OptionalLong accepted = Totp.accepted(SECRET, Totp.code(SECRET, STEP + steps, 6), NOW, Long.MIN_VALUE);
        assertThat(accepted).isEqualTo(good ? OptionalLong.of(STEP + steps) : OptionalLong.empty());
    }

    @Test
    void noCodeIsGoodTwiceNorOneFromBeforeIt() {
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, STEP, 6), NOW, STEP)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, STEP - 1, 6), NOW, STEP))
                .isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, STEP + 1, 6), NOW, STEP))
                .hasValue(STEP + 1);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void theVectorsOfRfc4648Hold(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
