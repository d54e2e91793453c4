package io.nocode.studio.tables;

import org.jspecify.annotations.Nullable;

/**
 * Data that a change would take away.
 *
 * @param field null for the whole table
 * @param count how many values, or how many rows of a whole table
 */
public record Loss(String table, @Nullable String field, long count) {}
