package io.nocode.studio.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a page shows of a table. */
public enum Kind {
    /** All rows. */
    @JsonProperty("list")
    LIST,
    /** One row. */
    @JsonProperty("detail")
    DETAIL,
    /** A form for a new row, and one for a row that is there. */
    @JsonProperty("form")
    FORM
}
