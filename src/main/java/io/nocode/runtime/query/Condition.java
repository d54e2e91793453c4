package io.nocode.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row must fulfil, in terms of columns that exist. Each is true or not true: SQL's third truth value does not
 * come out of a negation, so that a condition and its opposite part the rows in two.
 */
public sealed interface Condition
        permits Condition.Leaf, Condition.Every, Condition.Some, Condition.Never, Condition.Through, KeyTest {
    /** Stands for the table's alias in the text of a leaf. */
    String HERE = "\u0001";

    /** Every row. */
    Condition ANYTHING = new Every(List.of());

    /** Writes it, for the table of that alias. */
    void render(Rendering out, String alias);

    /** Adds its values in the order of the text's question marks. */
    void values(List<@Nullable Object> into);

    /** Adds what the text depends on. */
    void shape(StringBuilder into);

    /** Both. */
    default Condition and(Condition other) {
        return this == ANYTHING ? other : other == ANYTHING ? this : new Every(List.of(this, other));
    }

    /** A comparison: its text, with {@link #HERE} for the alias, and its values. */
    record Leaf(String text, List<@Nullable Object> bound) implements Condition {
        @Override
        public void render(Rendering out, String alias) {
            out.add(text.replace(HERE, alias));
        }

        @Override
        public void values(List<@Nullable Object> into) {
            into.addAll(bound);
        }

        @Override
        public void shape(StringBuilder into) {
            into.append(text);
        }
    }

    /** All of them hold. */
    record Every(List<Condition> parts) implements Condition {
        @Override
        public void render(Rendering out, String alias) {
            join(out, alias, parts, " and ", "true");
        }

        @Override
        public void values(List<@Nullable Object> into) {
            parts.forEach(part -> part.values(into));
        }

        @Override
        public void shape(StringBuilder into) {
            into.append("&(");
            parts.forEach(part -> part.shape(into.append(';')));
            into.append(')');
        }
    }

    /** One of them holds at least. */
    record Some(List<Condition> parts) implements Condition {
        @Override
        public void render(Rendering out, String alias) {
            join(out, alias, parts, " or ", "false");
        }

        @Override
        public void values(List<@Nullable Object> into) {
            parts.forEach(part -> part.values(into));
        }

        @Override
        public void shape(StringBuilder into) {
            into.append("|(");
            parts.forEach(part -> part.shape(into.append(';')));
            into.append(')');
        }
    }

    /** It does not hold. */
    record Never(Condition part) implements Condition {
        @Override
        public void render(Rendering out, String alias) {
            out.add("(");
            part.render(out, alias);
            out.add(") is not true");
        }

        @Override
        public void values(List<@Nullable Object> into) {
            part.values(into);
        }

        @Override
        public void shape(StringBuilder into) {
            part.shape(into.append('!'));
        }
    }

    /** The row that a relation leads to, or one of them at least, fulfils something. */
    record Through(Reach relation, Source target, Condition part) implements Condition {
        @Override
        public void render(Rendering out, String alias) {
            String other = out.alias();
            out.add("exists (select 1 from ");
            relation.render(out, target, alias, other);
            out.add(" and ");
            target.where().and(part).render(out, other);
            out.add(")");
        }

        @Override
        public void values(List<@Nullable Object> into) {
            target.values(into);
            target.where().and(part).values(into);
        }

        @Override
        public void shape(StringBuilder into) {
            relation.shape(into.append('>'));
            target.shape(into.append(':'));
            target.where().and(part).shape(into);
        }
    }

    private static void join(Rendering out, String alias, List<Condition> parts, String word, String none) {
        if (parts.isEmpty()) {
            out.add(none);
            return;
        }
        String before = "(";
        for (Condition part : parts) {
            out.add(before);
            part.render(out, alias);
            before = word;
        }
        out.add(")");
    }
}
