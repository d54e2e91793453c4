package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\\N", "\\.", "\\\\", "a\tb\nc\rd\be\ff\u000bg", "\\t", "é𝄞 \u0001", "NULL"})
    void whatIsWrittenIsRead(String value) {
        StringBuilder line = new StringBuilder();
        CopyText.value(line, value);
        assertThat(line.toString()).doesNotContain("\n", "\r", "\t");
        assertThat(CopyText.values(line.toString())).containsExactly(value);
    }

    @Test
    void nothingIsNotTheEmptyText() {
        StringBuilder line = new StringBuilder();
        CopyText.value(line, null);
        line.append('\t');
        CopyText.value(line, "");
        assertThat(line.toString()).isEqualTo("\\N\t");
        assertThat(CopyText.values(line.toString())).isEqualTo(Arrays.asList(null, ""));
        assertThat(List.of(CopyText.END)).containsExactly("\\.");
    }
}
