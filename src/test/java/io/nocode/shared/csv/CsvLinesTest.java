package io.nocode.shared.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
    private static List<CsvLines.Line> read(String text) {
        try (CsvLines lines = new CsvLines(new StringReader(text), ',')) {
            List<CsvLines.Line> all = new ArrayList<>();
            for (Optional<CsvLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
            return all;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\rc,d\r", "a,b\r\n\r\nc,d\r\n\r\n", "\"a\",b\nc,\"d\""})
    void linesEndAsEverySystemEndsThem(String text) {
        assertThat(read(text).stream().map(CsvLines.Line::cells)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void quotesHoldWhatPartsCellsAndLines() {
        List<CsvLines.Line> lines = read("a,\"b,\r\n\"\"c\"\"\"\r\nd,e");
        assertThat(lines.get(0).cells()).containsExactly("a", "b,\r\n\"c\"");
        assertThat(lines.get(1).number()).isEqualTo(3);
    }

    @Test
    void anEmptyCellIsNothingAndEmptyQuotesAreEmptyText() {
        assertThat(read("a,,\"\",").get(0).cells()).containsExactly("a", null, "", null);
    }

    @Test
    void cellsBeyondAThousandAreOnlyCounted() {
        CsvLines.Line line = read("x" + ",".repeat(1_000_000)).get(0);
        assertThat(line.width()).isEqualTo(1_000_001);
        assertThat(line.cells()).hasSize(1_000);
    }

    @Test
    void aCellWithoutMeasureAndLettersBehindQuotesAreNoCsv() {
        assertThatExceptionOfType(CsvLines.BrokenCsv.class).isThrownBy(() -> read("a,\"b\"c"));
        assertThatExceptionOfType(CsvLines.BrokenCsv.class).isThrownBy(() -> read("a," + "b".repeat(10_000_000)));
        assertThatExceptionOfType(CsvLines.BrokenCsv.class).isThrownBy(() -> read("a,\"b\nc,d\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {"a~b~\"c\"d~e ! 3", "a~\"b~c\"~\"d~e~ ! 4", "\"a ! 1", "a~~b,\"x ! 3"})
    void whatCannotBeReadIsToldWithTheLineOnWhichItsRowBegins(String text, long line) {
        assertThatExceptionOfType(CsvLines.BrokenCsv.class)
                .isThrownBy(() -> read(text.replace('~', '\n')))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {"a,b;c,d ! `,`", "a;b ! ;", "a|b ! |", "\"a;b;c\",d ! `,`", "`a\tb` ! `\t`", "a ! `,`"})
    void theHeaderTellsWhatPartsCells(String text, char delimiter) throws IOException {
        try (Reader reader = new StringReader(text)) {
            assertThat(CsvLines.delimiter(reader)).isEqualTo(delimiter);
        }
        try (Reader reader = new StringReader("\"x;\n;\"\ty\n;;;;")) {
            assertThat(CsvLines.delimiter(reader)).isEqualTo('\t');
        }
    }
}
