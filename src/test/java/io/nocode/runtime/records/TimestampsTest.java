package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T01:30:00+02:00, 2025-12-31T23:30:00Z",
        "2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999999Z",
        "2026-12-31T23:59:59.5Z, 2026-12-31T23:59:59.500000Z",
        "0015-02-03T04:05:06Z, 0015-02-03T04:05:06Z",
        "-0044-03-15T12:00:00Z, -0044-03-15T12:00:00Z",
        "+12026-03-15T12:00:00Z, +12026-03-15T12:00:00Z"
    })
    void aMomentIsToldInUtc(String moment, String told) {
        assertThat(Timestamps.text(OffsetDateTime.parse(moment))).isEqualTo(told);
    }
}
