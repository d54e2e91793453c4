package io.nocode.shared.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''-x"})
    void textThatASpreadsheetWouldRunIsMadeHarmless(String text) {
        assertThat(CsvLine.neutral(text)).isEqualTo("'" + text);
        assertThat(CsvLine.original("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1-2", "é", "'a", "'"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvLine.neutral(text)).isEqualTo(text);
        assertThat(CsvLine.original(text)).isEqualTo(text);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(new CsvLine(',').raw("-1.50").raw("+2").end()).isEqualTo("-1.50,+2\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a,b|\"a,b\"", "a\"b|\"a\"\"b\"", "plain|plain", "a;b|a;b"})
    void whatNeedsQuotesIsQuoted(String text, String cell) {
        assertThat(new CsvLine(',').text(text).end()).isEqualTo(cell + "\r\n");
    }

    @Test
    void linesWithinACellStayInTheCell() {
        assertThat(new CsvLine(';').text("a\r\nb").text("c,d").end()).isEqualTo("\"a\r\nb\";c,d\r\n");
    }

    @Test
    void anEmptyCellIsEmpty() {
        assertThat(new CsvLine(',').text("").text("").end()).isEqualTo(",\r\n");
    }
}
