package io.nocode.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind the one where a page ended. They come in one part or two, each of which an index on the first key
 * finds by itself: nulls lie at one end of it, and an {@code or} of both ends would have PostgreSQL read from the start.
 *
 * @param keys of that row, as PostgreSQL writes them
 */
record Keyset(List<Order> order, List<@Nullable String> keys) {
    /** The parts; together all rows behind that one, and no row in both. */
    List<Condition> parts() {
        Order first = order.get(0);
        String key = keys.get(0);
        if (!first.steps().isEmpty()) {
            return List.of(behind(0));
        }
        List<Condition> parts = new ArrayList<>();
        if (key == null) {
            parts.add(new Condition.Every(List.of(KeyTest.isNull(first), behind(1))));
        } else {
            KeyTest from = KeyTest.of(first, first.descending() ? "<=" : ">=", key);
            parts.add(order.size() == 1 ? further(first, key) : new Condition.Every(List.of(from, beyond(0, false))));
        }
        boolean nullsFollow = key != null && !first.descending() && first.isNullable();
        if (nullsFollow || (key == null && first.descending())) {
            parts.add(key == null ? KeyTest.isPresent(first) : KeyTest.isNull(first));
        }
        return parts;
    }

    /** Rows that are behind by the keys from this one on. */
    private Condition behind(int index) {
        return beyond(index, order.get(index).isNullable());
    }

    private Condition beyond(int index, boolean nulls) {
        Order one = order.get(index);
        String key = keys.get(index);
        List<Condition> ways = new ArrayList<>();
        if (key != null) {
            ways.add(further(one, key));
            if (nulls && !one.descending()) {
                ways.add(KeyTest.isNull(one));
            }
        } else if (one.descending()) {
            ways.add(KeyTest.isPresent(one));
        }
        if (index + 1 < order.size()) {
            Condition same = key == null ? KeyTest.isNull(one) : KeyTest.of(one, "=", key);
            ways.add(new Condition.Every(List.of(same, behind(index + 1))));
        }
        return ways.size() == 1 ? ways.get(0) : new Condition.Some(ways);
    }

    private static Condition further(Order one, String key) {
        return KeyTest.of(one, one.descending() ? "<" : ">", key);
    }
}
