package io.nocode.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {
    /** One pixel. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hello                            | a.txt  | text/plain
            Hello                            | a.png  | text/plain
            a;b                              | a.csv  | text/csv
            <html><body>x</body></html>      | a.png  | text/html
            <!DOCTYPE html><script>          | a.jpg  | text/html
            <svg xmlns="http://www.w3.org/2000/svg"/> | a.png | image/svg+xml
            %PDF-1.7                         | a.png  | application/pdf
            GIF89a                           | a.html | image/gif
            """)
    void theContentDecides(String content, String name, String type) throws IOException {
        assertThat(typeOf(content.getBytes(StandardCharsets.UTF_8), name)).isEqualTo(type);
    }

    @Test
    void theNameTellsOneKindOfArchiveFromAnotherAndNothingElse() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("a"));
        }
        assertThat(typeOf(zip.toByteArray(), "letter.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(typeOf(zip.toByteArray(), "letter.pdf")).isEqualTo("application/zip");
        assertThat(typeOf(new byte[] {1, 2, 3, (byte) 0xfe}, "cat.png")).isEqualTo("application/octet-stream");
        assertThat(typeOf(new byte[0], "cat.png")).isEqualTo("application/octet-stream");
    }

    @Test
    void aPictureIsMeasuredByItsHead() throws IOException {
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), format, bytes);
            try (Spool spool = spooled(bytes.toByteArray())) {
                assertThat(ContentType.of(spool, "x")).isEqualTo("image/" + format);
                assertThat(Picture.of(spool, "image/" + format)).contains(new Picture(7, 5));
            }
        }
        try (Spool spool = spooled(WEBP)) {
            assertThat(ContentType.of(spool, "x")).isEqualTo("image/webp");
            assertThat(Picture.of(spool, "image/webp")).contains(new Picture(1, 1));
        }
        try (Spool spool = spooled("GIF89a".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(Picture.of(spool, "image/gif")).isEmpty();
        }
    }

    private static String typeOf(byte[] content, String name) throws IOException {
        try (Spool spool = spooled(content)) {
            return ContentType.of(spool, name);
        }
    }

    private static Spool spooled(byte[] content) throws IOException {
        Spool spool = Spool.open(Long.MAX_VALUE, IllegalStateException::new);
        spool.write(content);
        return spool;
    }
}
