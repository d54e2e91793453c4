package io.nocode.runtime.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an import does with each row of its file. */
public enum ImportMode {
    /** A new row. */
    @JsonProperty("insert")
    INSERT,
    /** A new row, or the one changed that has the same values in unique fields. */
    @JsonProperty("upsert")
    UPSERT;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
