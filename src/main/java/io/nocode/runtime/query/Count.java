package io.nocode.runtime.query;

/** How the number of all matching rows is found. */
public enum Count {
    /** By counting them. */
    EXACT,
    /** Of a whole large table from PostgreSQL's statistics; counted where there is a filter or few rows. */
    ESTIMATED,
    /** Not at all: {@code count} is null. */
    NONE
}
