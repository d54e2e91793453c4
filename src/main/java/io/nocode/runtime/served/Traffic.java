package io.nocode.runtime.served;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts what is answered for applications, by the minute. A node gathers for some seconds and then adds to the stored
 * minutes; what a node has gathered goes with it when it is killed.
 */
@ApplicationScoped
class Traffic {
    private static final Logger LOG = Logger.getLogger(Traffic.class.getName());
    private static final Duration KEPT = Duration.ofDays(31);
    private static final int BATCH = 200;

    /** This node, in the stored minutes. */
    private final String node = Ids.next().toString();

    private final Map<Minute, Figures> gathered = new ConcurrentHashMap<>();

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    private record Minute(UUID app, String environment, Instant begins) {}

    private record Figures(long requests, long refusals, long failures, long micros, long slowest) {
        static Figures of(int status, long micros) {
            return new Figures(1, status >= 400 && status < 500 ? 1 : 0, status >= 500 ? 1 : 0, micros, micros);
        }

        Figures and(Figures more) {
            return new Figures(
                    requests + more.requests,
                    refusals + more.refusals,
                    failures + more.failures,
                    micros + more.micros,
                    Math.max(slowest, more.slowest));
        }
    }

    void answered(UUID app, String environment, int status, long nanos) {
        Minute minute = new Minute(app, environment, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        gathered.merge(minute, Figures.of(status, nanos / 1_000), Figures::and);
    }

    /** Stores what was gathered. Where the database is away it is kept, and goes with the next batch. */
    void store() {
        List<Map.Entry<Minute, Figures>> batch = new ArrayList<>();
        for (Minute minute : List.copyOf(gathered.keySet())) {
            Figures figures = gathered.remove(minute);
            if (figures != null) {
                batch.add(Map.entry(minute, figures));
            }
            if (batch.size() == BATCH) {
                store(batch);
                batch = new ArrayList<>();
            }
        }
        store(batch);
    }

    void dropOld() {
        database.update(Sql.of(
                "delete from app_traffic where minute < ?", clock.instant().minus(KEPT)));
    }

    private void store(List<Map.Entry<Minute, Figures>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            // An application may have been deleted since.
            database.update(Sql.of("insert into app_traffic (app_id, environment, minute, node, requests, refusals,"
                            + " failures, micros, slowest_micros) select v.* from (values ")
                    .then(Sql.join(", ", batch.stream().map(this::values).toList()))
                    .then(") v (app_id, environment, minute, node, requests, refusals, failures, micros,"
                            + " slowest_micros) where exists (select 1 from app a where a.id = v.app_id)"
                            + " on conflict (app_id, environment, minute, node) do update set"
                            + " requests = app_traffic.requests + excluded.requests,"
                            + " refusals = app_traffic.refusals + excluded.refusals,"
                            + " failures = app_traffic.failures + excluded.failures,"
                            + " micros = app_traffic.micros + excluded.micros,"
                            + " slowest_micros = greatest(app_traffic.slowest_micros, excluded.slowest_micros)"));
        } catch (DatabaseFault away) {
            LOG.log(Level.WARNING, "The traffic of applications is stored later: {0}", away.getMessage());
            batch.forEach(entry -> gathered.merge(entry.getKey(), entry.getValue(), Figures::and));
        }
    }

    private Sql values(Map.Entry<Minute, Figures> entry) {
        Figures figures = entry.getValue();
        return Sql.of(
                "(?::uuid, ?::text, ?::timestamptz, ?::text, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint)",
                entry.getKey().app(),
                entry.getKey().environment(),
                entry.getKey().begins(),
                node,
                figures.requests(),
                figures.refusals(),
                figures.failures(),
                figures.micros(),
                figures.slowest());
    }
}
