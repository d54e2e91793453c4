package io.nocode.runtime.changes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From here on every change is told. */
public record Ready(@JsonProperty("from_now") boolean fromNow) {
    Ready() {
        this(true);
    }
}
