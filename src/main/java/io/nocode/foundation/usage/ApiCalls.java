package io.nocode.foundation.usage;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests that concern each organisation. A node counts in memory, so that no request waits for it, and
 * stores what it has counted every few seconds: as much as is lost when it is killed.
 */
@ApplicationScoped
public class ApiCalls {
    /** The request that this thread has counted last: one that asks about an organisation twice counts once. */
    private static final ThreadLocal<@Nullable String> COUNTED = new ThreadLocal<>();

    private final ConcurrentHashMap<UUID, Long> counted = new ConcurrentHashMap<>();

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The request that this thread answers concerns an organisation; background work is not counted. */
    public void concerns(UUID organisation) {
        RequestContext request = RequestContext.orNull();
        if (request != null && !request.id().equals(COUNTED.get())) {
            COUNTED.set(request.id());
            counted.merge(organisation, 1L, Long::sum);
        }
    }

    /** How many requests concerned an organisation since the month began in UTC; of other nodes, up to a few seconds ago. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long thisMonth(UUID organisation) {
        long stored = database.first(
                        Sql.of(
                                "select calls from api_usage where organisation_id = ? and month = ?::date",
                                organisation,
                                month().toString()),
                        row -> row.number("calls"))
                .orElse(0L);
        return stored + counted.getOrDefault(organisation, 0L);
    }

    /** Stores what this node has counted. What cannot be stored now is stored later. */
    @PreDestroy
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void store() {
        String month = month().toString();
        for (Map.Entry<UUID, Long> each : Map.copyOf(counted).entrySet()) {
            database.update(Sql.of(
                    "insert into api_usage (organisation_id, month, calls) select id, ?::date, ? from organisation"
                            + " where id = ? on conflict (organisation_id, month)"
                            + " do update set calls = api_usage.calls + excluded.calls",
                    month,
                    each.getValue(),
                    each.getKey()));
            counted.computeIfPresent(each.getKey(), (id, now) -> {
                long rest = now - each.getValue();
                return rest == 0 ? null : rest;
            });
        }
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
