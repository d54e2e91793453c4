package io.nocode.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows are sorted by compared with what it was in the row where a page ended.
 *
 * @param test what stands behind it, such as {@code is null}
 * @param key null where the test has no value
 */
record KeyTest(Order order, String test, @Nullable String key) implements Condition {
    static KeyTest of(Order order, String operator, String key) {
        return new KeyTest(
                order, operator + " cast(? as " + order.column().wire().base() + ")", key);
    }

    static KeyTest isNull(Order order) {
        return new KeyTest(order, "is null", null);
    }

    static KeyTest isPresent(Order order) {
        return new KeyTest(order, "is not null", null);
    }

    @Override
    public void render(Rendering out, String alias) {
        order.expression(out, alias);
        out.add(" ").add(test);
    }

    @Override
    public void values(List<@Nullable Object> into) {
        order.values(into);
        if (key != null) {
            into.add(key);
        }
    }

    @Override
    public void shape(StringBuilder into) {
        order.shape(into.append('k'));
        into.append(test);
    }
}
