package io.nocode.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesAsSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "select ? + ? ! select A + B",
                "a = ? and b = '?' or c = ? ! a = A and b = '?' or c = B",
                "t.\"what?\" = ? and x = ? ! t.\"what?\" = A and x = B",
                "a = 'it''s ?' and b = ? and c = ? ! a = 'it''s ?' and b = A and c = B",
                "a ?? 'k' and b = ? and c = ? ! a ? 'k' and b = A and c = B",
            })
    void eachPlaceGetsItsOwn(String text, String whole) {
        assertThat(ValuesAsSettings.withEach(text, List.of("A", "B"))).isEqualTo(whole);
    }

    @Test
    void placesAndValuesAreEquallyMany() {
        assertThatThrownBy(() -> ValuesAsSettings.withEach("? ?", List.of("A")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValuesAsSettings.withEach("?", List.of("A", "B")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
