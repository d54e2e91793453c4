package io.nocode.foundation.organisations;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.usage.ApiCalls;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Counts what an organisation has; the modules above contribute what they alone can measure. */
@ApplicationScoped
public class Statistics {
    static final Duration RECENT = Duration.ofDays(30);

    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private ApiCalls calls;

    @Inject
    private Clock clock;

    @Inject
    private Database database;

    @Inject
    @Any
    private Instance<OrganisationMeasure> measures;

    OrganisationStats of(UUID organisation) {
        access.require(Action.ORGANISATION_SEE, organisation);
        if (!database.exists(Sql.of("select 1 from organisation where id = ?", organisation))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        Map<String, Long> byRole = new LinkedHashMap<>();
        database.list(
                        Sql.of(
                                "select role, count(*) as members from organisation_member"
                                        + " where organisation_id = ? and status = 'ACTIVE' group by role order by role",
                                organisation),
                        row -> Map.entry(row.text("role"), row.number("members")))
                .forEach(entry -> byRole.put(entry.getKey(), entry.getValue()));
        long active = byRole.values().stream().mapToLong(Long::longValue).sum();
        long pending = database.first(
                        Sql.of(
                                "select count(*) from organisation_member where organisation_id = ?"
                                        + " and status = 'PENDING'",
                                organisation),
                        row -> row.number("count"))
                .orElse(0L);
        Map<String, Number> measured = new HashMap<>();
        measures.forEach(measure -> measured.putAll(measure.of(organisation)));
        long deeds = audit.since(organisation, clock.instant().minus(RECENT));
        return new OrganisationStats(
                active + pending,
                active,
                pending,
                byRole,
                deeds + measured.getOrDefault("recent_activity_count", 0).longValue(),
                measured.get("storage_used_mb"),
                calls.thisMonth(organisation),
                measured.get("projects_count"),
                measured.get("active_projects"));
    }
}
