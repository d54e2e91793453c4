package io.nocode.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            report.pdf                | report.pdf
            ../../../etc/passwd       | passwd
            C:\\Windows\\cmd.exe      | cmd.exe
            /                         | file
            .                         | file
            ..                        | file
            .htaccess                 | htaccess
            name.                     | name
            a:b*c?d"e<f>g             | a_b_c_d_e_f_g
            ``                        | file
            👩‍💻 données.csv          | 👩‍💻 données.csv
            عقد.pdf                   | عقد.pdf
            """)
    void aNameIsMadeFitToBeShown(String given, String shown) {
        assertThat(FileName.of(given)).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenOrTurnsTextAroundIsLeftOut() {
        assertThat(FileName.of("a\u0000b\r\nc\u007f")).isEqualTo("abc");
        assertThat(FileName.of("photo\u202Egnp.exe")).isEqualTo("photognp.exe");
        assertThat(FileName.of("\uD800x\uFEFF\u200B")).isEqualTo("x");
        assertThat(FileName.of(null)).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.of("😀".repeat(300) + ".docx"))
                .endsWith("😀.docx")
                .matches(name -> name.codePointCount(0, name.length()) == 200);
        assertThat(FileName.of("a".repeat(201))).hasSize(200);
    }

    @Test
    void aDispositionBreaksOutOfNoHeader() {
        assertThat(FileName.disposition(true, "a\"b\\c%41é.png"))
                .isEqualTo("inline; filename=\"a_b_c_41_.png\"; filename*=UTF-8''a%22b%5Cc%2541%C3%A9.png");
        assertThat(FileName.disposition(false, "a b*.txt"))
                .isEqualTo("attachment; filename=\"a b*.txt\"; filename*=UTF-8''a%20b%2A.txt");
    }
}
