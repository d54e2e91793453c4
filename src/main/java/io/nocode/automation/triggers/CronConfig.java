package io.nocode.automation.triggers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a workflow fires by itself; in UTC where no time zone is named. */
record CronConfig(
        @NotBlank @Size(max = 200) String cron,
        @Nullable String timezone,
        @Nullable MissedRuns missedRuns) {
    /** The zone. */
    ZoneId zone() throws DateTimeException {
        return timezone == null || timezone.isBlank() ? ZoneOffset.UTC : ZoneId.of(timezone);
    }

    CronTimes times() {
        return CronTimes.of(cron, zone());
    }

    MissedRuns whenMissed() {
        return missedRuns == null ? MissedRuns.SKIP : missedRuns;
    }
}
