package io.nocode.runtime.served;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What was measured of applications, by all nodes together. */
@ApplicationScoped
public class Performances {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LAST_DAY = """
            select min(minute) as since, max(minute) as last_minute, coalesce(sum(requests), 0)::bigint as requests,
                coalesce(sum(refusals), 0)::bigint as refusals, coalesce(sum(failures), 0)::bigint as failures,
                coalesce(sum(micros), 0)::bigint as micros, coalesce(max(slowest_micros), 0) as slowest,
                count(distinct minute) as minutes, count(distinct minute) filter (where failures > 0) as bad_minutes
            from (
                select minute, sum(requests) as requests, sum(refusals) as refusals, sum(failures) as failures,
                    sum(micros) as micros, max(slowest_micros) as slowest_micros
                from app_traffic
                where app_id = ? and environment = ? and minute > ?
                group by minute
            ) of_minutes
            """;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The last day's; empty where nobody asked for anything. */
    public Optional<Performance> of(UUID app, String environment) {
        return database.first(
                Sql.of(
                        LAST_DAY + " having count(*) > 0",
                        app,
                        environment,
                        clock.instant().minus(DAY)),
                Performances::read);
    }

    private static Performance read(Row row) {
        long requests = row.number("requests");
        long minutes = row.number("minutes");
        return new Performance(
                row.instant("since"),
                row.instant("last_minute"),
                requests,
                row.number("refusals"),
                row.number("failures"),
                BigDecimal.valueOf(row.number("micros") / requests, 3),
                BigDecimal.valueOf(row.number("slowest"), 3),
                percent(row.number("failures"), requests),
                minutes,
                percent(minutes - row.number("bad_minutes"), minutes));
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
