package io.nocode.runtime.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
    @Test
    void onlyColoursAndFontsByNameGetIntoTheStyleSheet() {
        assertThat(Theme.css(Map.of("primary_color", "#123", "text_color", "#12345", "font", "x;}", "more", 7)))
                .isEqualTo(":root{--primary:#123;--on-primary:#fff;}");
        assertThat(Theme.css(null)).isEqualTo(":root{}");
    }

    @ParameterizedTest
    @CsvSource({"#ffffff, true", "#fc0, true", "#000, false", "#176b63, false", "#ffcc00, true", "#d32f2f, false"})
    void lettersOnAColourCanBeRead(String colour, boolean light) {
        assertThat(Theme.isLight(colour)).isEqualTo(light);
    }
}
