package io.nocode.insights.exports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a file is packed. */
public enum Compression {
    @JsonProperty("none")
    NONE,
    @JsonProperty("gzip")
    GZIP
}
