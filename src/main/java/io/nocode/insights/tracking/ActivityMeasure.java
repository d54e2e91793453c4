package io.nocode.insights.tracking;

import io.nocode.foundation.organisations.OrganisationMeasure;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Tells of an organisation how much was tracked lately. */
@ApplicationScoped
public class ActivityMeasure implements OrganisationMeasure {
    private static final Duration LATELY = Duration.ofDays(30);

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Override
    public Map<String, Number> of(UUID organisation) {
        long events = database.first(
                        Sql.of(
                                "select count(*) as n from event where organization_id = ? and tracked_at >= ?",
                                organisation,
                                clock.instant().minus(LATELY)),
                        row -> row.number("n"))
                .orElse(0L);
        return Map.of("recent_activity_count", events);
    }
}
