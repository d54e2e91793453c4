package io.nocode.shared.page;

import org.jspecify.annotations.Nullable;

/**
 * A page that somebody asks for.
 *
 * @param number from 1
 * @param size 1 to 100
 */
public record PageRequest(
        int number,
        int size,
        @Nullable String search,
        @Nullable String sortBy,
        boolean descending) {
    /** How many results come before this page. */
    public long offset() {
        return (long) (number - 1) * size;
    }
}
