package io.nocode.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that is well formed: whether its fields exist and fit is the {@link Planner}'s to say.
 *
 * @param page from 1
 * @param size 1 to 100
 * @param words what to search for; empty for no search
 * @param fields the only fields wanted; null for all
 * @param expand what to embed, such as {@code lines.product}
 * @param cursor where the page begins; empty at the beginning of a walk, null for a list with numbered pages
 */
public record Query(
        int page,
        int size,
        List<Sort> sort,
        List<String> words,
        Asked asked,
        @Nullable List<String> fields,
        List<String> expand,
        Count count,
        @Nullable String cursor) {
    /**
     * A field to sort by.
     *
     * @param path its name, after the relations that lead to it and dots
     */
    public record Sort(String path, boolean descending) {}

    /** The same, sorted by this where it does not say by what. */
    public Query sortedBy(Sort otherwise) {
        return sort.isEmpty()
                ? new Query(page, size, List.of(otherwise), words, asked, fields, expand, count, cursor)
                : this;
    }

    long offset() {
        return (long) (page - 1) * size;
    }
}
