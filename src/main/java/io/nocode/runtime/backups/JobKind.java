package io.nocode.runtime.backups;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What gives an environment other rows. */
public enum JobKind {
    @JsonProperty("restore")
    RESTORE,
    @JsonProperty("copy")
    COPY;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
