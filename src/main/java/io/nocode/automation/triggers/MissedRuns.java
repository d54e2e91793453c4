package io.nocode.automation.triggers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens with CRON times that passed while no server was there. */
public enum MissedRuns {
    /** They are forgotten. */
    @JsonProperty("skip")
    SKIP {
        @Override
        List<Instant> toRun(List<Instant> due, Instant now) {
            return due.stream().filter(time -> !time.isBefore(now.minus(GRACE))).toList();
        }
    },
    /** The latest of them is run. */
    @JsonProperty("run_once")
    RUN_ONCE {
        @Override
        List<Instant> toRun(List<Instant> due, Instant now) {
            return due.isEmpty() ? due : due.subList(due.size() - 1, due.size());
        }
    },
    /** Each of them is run. */
    @JsonProperty("run_all")
    RUN_ALL {
        @Override
        List<Instant> toRun(List<Instant> due, Instant now) {
            return due;
        }
    };

    /** How late a time may be and still count as kept: a restart takes less. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** Those of the due times that are run. */
    abstract List<Instant> toRun(List<Instant> due, Instant now);
}
