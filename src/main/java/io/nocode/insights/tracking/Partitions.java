package io.nocode.insights.tracking;

import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The monthly partitions of events: made well ahead of their month, dropped when all they hold is too old. */
@ApplicationScoped
@Transactional
public class Partitions {
    /** An event may be a day ahead; the rest is for a platform that stood still. */
    private static final int MONTHS_AHEAD = 3;

    private static final String PREFIX = "event_";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu_MM");

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    void started(@Observes PlatformStarted event) {
        keep();
    }

    /** Makes what is missing and drops what is too old; any node may, at any time. */
    public void keep() {
        database.first(
                Sql.of("select pg_advisory_xact_lock(hashtext('event_partitions')) is null as done"), row -> true);
        List<String> present = database.list(
                Sql.of("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'event'::regclass"),
                row -> row.text("relname"));
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            YearMonth month = now.plusMonths(ahead);
            if (!present.contains(name(month))) {
                make(month);
            }
        }
        YearMonth oldest = YearMonth.from(Retention.oldest(clock).atOffset(ZoneOffset.UTC));
        present.stream()
                .filter(name -> name.matches(PREFIX + "\\d{4}_\\d{2}"))
                .filter(name ->
                        YearMonth.parse(name.substring(PREFIX.length()), MONTH).isBefore(oldest))
                .forEach(name -> database.execute(List.of("drop table " + Identifier.of(name))));
        database.update(Sql.of("delete from event_other where tracked_at < ?", Retention.oldest(clock)));
    }

    private void make(YearMonth month) {
        database.execute(List.of(
                "create table %s partition of event for values from ('%s-01 00:00:00+00') to ('%s-01 00:00:00+00')"
                        .formatted(Identifier.of(name(month)), month, month.plusMonths(1))));
    }

    private static String name(YearMonth month) {
        return PREFIX + MONTH.format(month);
    }
}
