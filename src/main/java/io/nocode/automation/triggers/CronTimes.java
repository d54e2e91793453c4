package io.nocode.automation.triggers;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The times that a CRON expression names: five fields, or a nickname such as {@code @daily}. */
final class CronTimes {
    private static final CronDefinition DEFINITION = CronDefinitionBuilder.defineCron()
            .withMinutes()
            .withStrictRange()
            .and()
            .withHours()
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .withStrictRange()
            .and()
            .withMonth()
            .withStrictRange()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 7)
            .withMondayDoWValue(1)
            .withIntMapping(7, 0)
            .withStrictRange()
            .and()
            .withSupportedNicknameYearly()
            .withSupportedNicknameAnnually()
            .withSupportedNicknameMonthly()
            .withSupportedNicknameWeekly()
            .withSupportedNicknameDaily()
            .withSupportedNicknameMidnight()
            .withSupportedNicknameHourly()
            .instance();

    private final ExecutionTime times;
    private final ZoneId zone;

    private CronTimes(Cron cron, ZoneId zone) {
        this.times = ExecutionTime.forCron(cron);
        this.zone = zone;
    }

    /**
     * The times of an expression in a time zone.
     *
     * @throws IllegalArgumentException where the expression is none; the message says why
     */
    static CronTimes of(String expression, ZoneId zone) {
        Cron cron = new CronParser(DEFINITION).parse(expression.strip().toLowerCase(Locale.ROOT));
        return new CronTimes(cron.validate(), zone);
    }

    /** The first time after this one; empty where there is none. */
    Optional<Instant> after(Instant moment) {
        return times.nextExecution(ZonedDateTime.ofInstant(moment, zone)).map(ZonedDateTime::toInstant);
    }

    /** The times after one moment up to another, itself included; the latest ones, where there are more than that. */
    List<Instant> between(Instant after, Instant upTo, int most) {
        List<Instant> all = new ArrayList<>();
        Optional<Instant> next = after(after);
        while (next.isPresent() && !next.get().isAfter(upTo)) {
            all.add(next.get());
            if (all.size() > most) {
                all.remove(0);
            }
            next = after(next.get());
        }
        return all;
    }

    /** The next times, soonest first. */
    List<Instant> next(Instant after, int most) {
        List<Instant> all = new ArrayList<>();
        Optional<Instant> next = after(after);
        while (next.isPresent() && all.size() < most) {
            all.add(next.get());
            next = after(next.get());
        }
        return all;
    }
}
