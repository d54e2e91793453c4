package io.nocode.runtime.backups;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a backup was made. */
public enum BackupReason {
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("scheduled")
    SCHEDULED,
    /** What an environment held before it was restored from another backup. */
    @JsonProperty("before_restore")
    BEFORE_RESTORE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BackupReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
