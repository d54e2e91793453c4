package io.nocode.shared.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final String TEXT = "name;prix\r\nÉlodie;12,50 €\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theEncodingIsFound(String encoding) throws IOException {
        assertThat(read(TEXT.getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheText(String encoding) throws IOException {
        assertThat(read(("\ufeff" + TEXT).getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @Test
    void textThatIsNoUtf8OnlyAtItsEndIsSeenToBeNone() throws IOException {
        String text = "a".repeat(300_000) + "é";
        assertThat(read(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
        assertThat(read(("é".repeat(200_000)).getBytes(Charset.forName("UTF-8"))))
                .hasSize(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeffname\nb\nc", "é\nb\nc"})
    void bytesThatAreNoTextAmongUtf8AreToldWithTheirLine(String text) {
        byte[] bytes = (text + "?\nd\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xe9;
        assertThatExceptionOfType(TextEncoding.BrokenText.class)
                .isThrownBy(() -> read(bytes))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(3));
    }

    @Test
    void halfALetterOfUtf16IsToldWithItsLine() {
        byte[] bytes = Arrays.copyOf("\ufeffa\nb".getBytes(StandardCharsets.UTF_16LE), 9);
        assertThatExceptionOfType(TextEncoding.BrokenText.class)
                .isThrownBy(() -> read(bytes))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(2));
    }

    private static String read(byte[] bytes) throws IOException {
        Charset charset = TextEncoding.of(new ByteArrayInputStream(bytes));
        try (Reader reader = TextEncoding.reader(new ByteArrayInputStream(bytes), charset)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
