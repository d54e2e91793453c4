package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Orléans, orleans",
        "ORLE\u0301ANS, orleans",
        "İzmir, izmir",
        "ΟΔΌΣ, οδοσ",
        "οδός, οδοσ",
        "Łódź, łodz",
        "ß, ß"
    })
    void accentsAndCaseDoNotCount(String text, String plain) {
        assertThat(Words.plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"100%, 100\\%", "a_b, a\\_b", "c:\\d, c:\\\\d", "plain, plain"})
    void likeTakesTextAsItIs(String text, String literal) {
        assertThat(Words.literal(text)).isEqualTo(literal);
    }
}
