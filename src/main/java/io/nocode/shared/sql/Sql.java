package io.nocode.shared.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL: text and the values bound to its question marks never part. Immutable. */
public final class Sql {
    private static final Sql EMPTY = new Sql("", List.of());

    private final String text;
    private final List<@Nullable Object> values;

    private Sql(String text, List<@Nullable Object> values) {
        this.text = text;
        this.values = values;
    }

    /**
     * A piece with its values.
     *
     * @param text constant text with a {@code ?} for each value
     */
    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, new ArrayList<>(java.util.Arrays.asList(values)));
    }

    public static Sql empty() {
        return EMPTY;
    }

    /** A name as SQL. */
    public static Sql name(Identifier name) {
        return of(name.quoted());
    }

    /** A value of an application's own, bound. */
    public static Sql value(@Nullable Object value) {
        return of("?", value);
    }

    /** The pieces one after the other, with a separator between them. */
    public static Sql join(String separator, Collection<Sql> pieces) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        for (Sql piece : pieces) {
            text.append(text.isEmpty() ? "" : separator).append(piece.text);
            values.addAll(piece.values);
        }
        return new Sql(text.toString(), values);
    }

    public Sql then(Sql next) {
        return join("", List.of(this, next));
    }

    public Sql then(String nextText, @Nullable Object... nextValues) {
        return then(of(nextText, nextValues));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public String text() {
        return text;
    }

    public List<@Nullable Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return text + (values.isEmpty() ? "" : " " + values);
    }
}
