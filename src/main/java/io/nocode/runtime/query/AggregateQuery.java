package io.nocode.runtime.query;

import java.util.List;

/**
 * Figures of groups of rows, well formed: whether there are such fields is the {@link Planner}'s to say.
 *
 * @param groups fields, such as {@code category} and {@code created_at:month}; none for one group of all rows
 * @param measures such as {@code count} and {@code sum:price}
 * @param having what is asked of a group's measures
 */
public record AggregateQuery(
        List<String> groups,
        List<String> measures,
        List<Query.Sort> sort,
        List<String> words,
        Asked asked,
        Asked having) {}
