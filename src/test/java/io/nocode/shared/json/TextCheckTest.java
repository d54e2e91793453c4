package io.nocode.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.problem.Faults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1e999]}",
                "{\"a\": [-1E+391]}",
                "{\"a\": [1e-400]}",
                "{\"a\": [1e999999999]}",
                "{\"a\": [\"x\\u0000\"]}",
                "{\"a\": [\"\\udc00\"]}"
            })
    void whatCannotBeStoredIsNamed(String json) {
        assertThat(faults(json)).containsExactly("a[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1e308, -1e-308, 0e0, 123456789012345678901234567890.123456789]}",
                "{\"a\": [\"\\ud83d\\ude00\", \"é\"]}"
            })
    void everythingElseMayBe(String json) {
        assertThat(faults(json)).isEmpty();
    }

    private static Iterable<String> faults(String json) {
        Faults faults = new Faults();
        TextCheck.check(Json.parse(json), "", faults);
        return faults.byField().keySet();
    }
}
