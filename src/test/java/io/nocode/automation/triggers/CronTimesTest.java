package io.nocode.automation.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # expression,       zone,             after,                 next
                    '* * * * *',        UTC,              2026-01-01T00:00:30Z,  2026-01-01T00:01:00Z
                    '*/15 * * * *',     UTC,              2026-01-01T00:01:00Z,  2026-01-01T00:15:00Z
                    '0 9 * * 1-5',      UTC,              2026-01-02T10:00:00Z,  2026-01-05T09:00:00Z
                    '0 9 * * MON',      UTC,              2026-01-02T10:00:00Z,  2026-01-05T09:00:00Z
                    '0 0 * * 0',        UTC,              2026-01-01T00:00:00Z,  2026-01-04T00:00:00Z
                    '0 0 * * 7',        UTC,              2026-01-01T00:00:00Z,  2026-01-04T00:00:00Z
                    '30 8 1,15 * *',    UTC,              2026-01-01T09:00:00Z,  2026-01-15T08:30:00Z
                    '0 0 29 2 *',       UTC,              2026-01-01T00:00:00Z,  2028-02-29T00:00:00Z
                    '@daily',           UTC,              2026-01-01T00:00:00Z,  2026-01-02T00:00:00Z
                    '@hourly',          UTC,              2026-01-01T00:00:00Z,  2026-01-01T01:00:00Z
                    '@weekly',          UTC,              2026-01-01T00:00:00Z,  2026-01-04T00:00:00Z
                    '@monthly',         UTC,              2026-01-01T00:00:00Z,  2026-02-01T00:00:00Z
                    '@yearly',          UTC,              2026-01-01T00:00:00Z,  2027-01-01T00:00:00Z
                    '0 9 * * *',        Europe/Paris,     2026-01-01T00:00:00Z,  2026-01-01T08:00:00Z
                    '0 9 * * *',        Europe/Paris,     2026-07-01T00:00:00Z,  2026-07-01T07:00:00Z
                    '30 2 * * *',       Europe/Paris,     2026-10-24T12:00:00Z,  2026-10-25T00:30:00Z
                    """)
    void theNextTimeIsFound(String expression, String zone, Instant after, Instant next) {
        assertThat(CronTimes.of(expression, ZoneId.of(zone)).after(after)).contains(next);
    }

    @Test
    void anHourThatTheSpringSkipsDoesNotStopTheClock() {
        CronTimes times = CronTimes.of("30 2 * * *", ZoneId.of("Europe/Paris"));

        assertThat(times.next(Instant.parse("2026-03-28T12:00:00Z"), 2))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "a b c d e",
                "@sometimes",
                "@reboot"
            })
    void whatIsNoExpressionIsRefused(String expression) {
        assertThatThrownBy(() -> CronTimes.of(expression, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyMissedTimesTheLatestAreKept() {
        CronTimes times = CronTimes.of("* * * * *", ZoneId.of("UTC"));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        List<Instant> missed = times.between(start, Instant.parse("2026-01-02T00:00:00Z"), 3);

        assertThat(missed)
                .containsExactly(
                        Instant.parse("2026-01-01T23:58:00Z"),
                        Instant.parse("2026-01-01T23:59:00Z"),
                        Instant.parse("2026-01-02T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"SKIP, 1", "RUN_ONCE, 1", "RUN_ALL, 3"})
    void missedTimesFollowThePolicy(MissedRuns policy, int runs) {
        Instant now = Instant.parse("2026-01-01T12:00:05Z");
        List<Instant> due = List.of(
                Instant.parse("2026-01-01T10:00:00Z"),
                Instant.parse("2026-01-01T11:00:00Z"),
                Instant.parse("2026-01-01T12:00:00Z"));

        assertThat(policy.toRun(due, now)).hasSize(runs).contains(due.get(2));
    }

    @Test
    void whatWasMissedLongAgoIsSkippedWhereThePolicySaysSo() {
        List<Instant> due = List.of(Instant.parse("2026-01-01T10:00:00Z"));

        assertThat(MissedRuns.SKIP.toRun(due, Instant.parse("2026-01-01T12:00:00Z")))
                .isEmpty();
        assertThat(MissedRuns.RUN_ONCE.toRun(due, Instant.parse("2026-01-01T12:00:00Z")))
                .hasSize(1);
    }
}
