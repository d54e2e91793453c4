package io.nocode.foundation.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that hurt, and cents that must not be lost. */
class PeriodsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest(name = "{0}, {1}, {2}: period {3} is {4} to {5}")
    @CsvSource({
        // Month ends: counted from the anchor, so that the 31st comes back.
        "2026-01-31T10:00:00Z, MONTHLY, UTC, 0, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
        "2026-01-31T10:00:00Z, MONTHLY, UTC, 1, 2026-02-28T10:00:00Z, 2026-03-31T10:00:00Z",
        "2026-01-31T10:00:00Z, MONTHLY, UTC, 2, 2026-03-31T10:00:00Z, 2026-04-30T10:00:00Z",
        "2028-01-31T10:00:00Z, MONTHLY, UTC, 0, 2028-01-31T10:00:00Z, 2028-02-29T10:00:00Z",
        "2027-12-31T23:59:59Z, MONTHLY, UTC, 2, 2028-02-29T23:59:59Z, 2028-03-31T23:59:59Z",
        // 29 February.
        "2028-02-29T00:00:00Z, YEARLY, UTC, 0, 2028-02-29T00:00:00Z, 2029-02-28T00:00:00Z",
        "2028-02-29T00:00:00Z, YEARLY, UTC, 3, 2031-02-28T00:00:00Z, 2032-02-29T00:00:00Z",
        "2028-02-29T00:00:00Z, MONTHLY, UTC, 12, 2029-02-28T00:00:00Z, 2029-03-29T00:00:00Z",
        // Paris: midnight there is the day before in UTC, and the month is Paris's.
        "2026-02-28T23:00:00Z, MONTHLY, Europe/Paris, 0, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "2026-01-30T23:30:00Z, MONTHLY, Europe/Paris, 0, 2026-01-30T23:30:00Z, 2026-02-27T23:30:00Z",
        // 29 March 2026: the clocks of Paris skip 02:00 to 03:00, so half past two is half past three.
        "2026-01-29T01:30:00Z, MONTHLY, Europe/Paris, 2, 2026-03-29T01:30:00Z, 2026-04-29T00:30:00Z",
        // 25 October 2026: half past two comes twice, and the first one counts.
        "2026-09-25T00:30:00Z, MONTHLY, Europe/Paris, 1, 2026-10-25T00:30:00Z, 2026-11-25T01:30:00Z",
        "2026-03-01T04:30:00Z, MONTHLY, America/New_York, 0, 2026-03-01T04:30:00Z, 2026-03-29T03:30:00Z",
    })
    void periodsFollowTheCalendarOfTheirZone(
            Instant anchor, BillingInterval interval, String zone, int number, Instant start, Instant end) {
        assertThat(new Periods(anchor, interval, ZoneId.of(zone)).number(number))
                .isEqualTo(new Period(start, end));
    }

    @Test
    void periodsFollowEachOtherWithoutGapOrOverlap() {
        for (BillingInterval interval : BillingInterval.values()) {
            Periods periods = new Periods(Instant.parse("2024-01-31T01:30:00Z"), interval, PARIS);
            for (int number = 0; number < 100; number++) {
                assertThat(periods.number(number).end())
                        .isEqualTo(periods.number(number + 1).start());
                assertThat(periods.numberAt(periods.number(number).start())).isEqualTo(number);
                assertThat(periods.numberAt(periods.number(number).end().minusNanos(1)))
                        .isEqualTo(number);
            }
        }
    }

    @ParameterizedTest(name = "{2} from {0} to {1}: from {3} on it is {4}")
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 99.99, 2026-01-01T00:00:00Z, 99.99",
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 99.99, 2026-02-01T00:00:00Z, 0.00",
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 31.00, 2026-01-11T00:00:00Z, 21.00",
        "2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z, 28.00, 2026-02-15T00:00:00Z, 14.00",
        "2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z, 29.00, 2028-02-29T00:00:00Z, 1.00",
        "2028-01-01T00:00:00Z, 2029-01-01T00:00:00Z, 366.00, 2028-02-29T00:00:00Z, 307.00",
        // March in Paris has 743 hours: half of them are left after 371.5.
        "2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z, 743.00, 2026-03-29T00:00:00Z, 70.00",
        "2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z, 743.00, 2026-03-29T02:00:00Z, 68.00",
        // Half a cent goes up.
        "2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z, 0.01, 2026-01-02T00:00:00Z, 0.01",
        "2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z, 0.05, 2026-01-02T00:00:00Z, 0.03",
        // What lies outside is nothing more and nothing less.
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 99.99, 2025-12-01T00:00:00Z, 99.99",
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 99.99, 2026-03-01T00:00:00Z, 0.00",
    })
    void theRestOfAPeriodIsItsShareToTheCent(
            Instant start, Instant end, BigDecimal price, Instant from, BigDecimal rest) {
        assertThat(new Period(start, end).rest(price, from)).isEqualTo(rest);
    }

    @Test
    void howeverAPeriodIsDividedItsPartsSumToTheWhole() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 2_000; round++) {
            Instant start =
                    Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000));
            Period period = new Periods(start, BillingInterval.values()[random.nextInt(2)], PARIS).number(0);
            BigDecimal price = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            List<Instant> cuts = new ArrayList<>(List.of(period.start(), period.end()));
            long length = Duration.between(period.start(), period.end()).toSeconds();
            for (int cut = random.nextInt(8); cut > 0; cut--) {
                cuts.add(period.start().plusSeconds((long) (random.nextDouble() * length)));
            }
            cuts.sort(null);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 1; i < cuts.size(); i++) {
                sum = sum.add(period.rest(price, cuts.get(i - 1)).subtract(period.rest(price, cuts.get(i))));
            }
            assertThat(sum).as("%s %s %s", period, price, cuts).isEqualByComparingTo(price);
            Instant cut = cuts.get(cuts.size() / 2);
            assertThat(period.used(price, cut).add(period.rest(price, cut))).isEqualByComparingTo(price);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, YEARLY, 99.99, 1199.88",
        "YEARLY, MONTHLY, 100.00, 8.33",
        "YEARLY, YEARLY, 100.00, 100.00",
        "MONTHLY, MONTHLY, 0, 0.00",
    })
    void aPriceIsThatOfItsInterval(BillingInterval of, BillingInterval asked, BigDecimal price, BigDecimal expected) {
        assertThat(of.priceFor(asked, price)).isEqualTo(expected);
    }
}
