package io.nocode.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,9", "bytes=10-,10,99", "bytes=-5,95,99", "bytes=-500,0,99", "bytes=90-500,90,99"})
    void aRangeIsCutToTheFile(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=9-1", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b", ""})
    void whatIsNoSingleRangeMeansTheWholeFile(String header) {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @Test
    void noHeaderMeansTheWholeFile() {
        assertThat(ByteRange.parse(null, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=-0"})
    void aRangeBehindTheEndIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 100))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("RANGE_NOT_SATISFIABLE");
    }
}
