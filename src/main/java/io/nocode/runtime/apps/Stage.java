package io.nocode.runtime.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** An environment that holds a deployed version; {@code dev} is none, it follows the draft. */
public enum Stage {
    @JsonProperty("staging")
    STAGING,
    @JsonProperty("prod")
    PROD;

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Stage of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
