package io.nocode.runtime.query;

import io.nocode.studio.schema.BigintType;
import io.nocode.studio.schema.DateType;
import io.nocode.studio.schema.DatetimeType;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.FloatType;
import io.nocode.studio.schema.JsonType;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.TimeType;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each operator means in SQL. */
final class Comparisons {
    /**
     * How values to compare with are read: the bounds that a field sets for what it stores do not bound what may be
     * asked.
     */
    private static final Map<Wire, FieldType> UNBOUNDED = Map.of(
            Wire.INTEGER, new BigintType(Long.MIN_VALUE, Long.MAX_VALUE),
            Wire.BIGINT, new BigintType(Long.MIN_VALUE, Long.MAX_VALUE),
            Wire.FLOAT, new FloatType(null, null),
            Wire.DATE, new DateType(null, null),
            Wire.TIME, new TimeType(null, null),
            Wire.TIMESTAMP, new DatetimeType(null, null),
            Wire.JSON, new JsonType(null));

    private static final FieldType WHOLE = new BigintType(Long.MIN_VALUE, Long.MAX_VALUE);

    private Comparisons() {}

    /**
     * A column compared with what was given.
     *
     * @throws ValueFault where it cannot be
     */
    static Condition of(Column column, Operator operator, Given given) {
        String name = Condition.HERE + "." + column.quoted();
        return switch (operator) {
            case EQ -> given.isNull() ? leaf(name + " is null") : leaf(name + " = ?", value(column, given));
            case NE ->
                given.isNull() ? leaf(name + " is not null") : leaf(name + " is distinct from ?", value(column, given));
            case GT -> leaf(name + " > ?", value(column, given));
            case GTE -> leaf(name + " >= ?", value(column, given));
            case LT -> leaf(name + " < ?", value(column, given));
            case LTE -> leaf(name + " <= ?", value(column, given));
            case RANGE -> range(name, column, given.list());
            case IN -> leaf(name + " = any (" + array(column) + ")", values(column, given));
            case NOT_IN ->
                leaf("(" + name + " is null or " + name + " <> all (" + array(column) + "))", values(column, given));
            case ISNULL -> leaf(name + (given.flag() ? " is null" : " is not null"));
            case CONTAINS ->
                column.wire() == Wire.JSON
                        ? leaf(name + " @> ?", value(column, given))
                        : leaf(name + " like ?", "%" + Words.literal(given.text()) + "%");
            case ICONTAINS ->
                leaf("nocode.caseless(" + name + ") like ?", "%" + Words.literal(Words.caseless(given.text())) + "%");
            case STARTSWITH -> leaf(name + " like ?", Words.literal(given.text()) + "%");
            case ENDSWITH -> leaf(name + " like ?", "%" + Words.literal(given.text()));
            case IEXACT -> leaf("nocode.caseless(" + name + ") = ?", Words.caseless(given.text()));
            case YEAR, MONTH, DAY ->
                leaf(
                        "extract(" + operator.wireName() + " from " + name
                                + (column.wire() == Wire.TIMESTAMP ? " at time zone 'UTC'" : "") + ") = ?",
                        given.as(WHOLE));
            case HAS_ANY -> leaf(name + " && " + texts(), values(column, given));
            case HAS_ALL -> leaf(name + " @> " + texts(), values(column, given));
        };
    }

    /**
     * All words are among the text columns; null where there are none.
     *
     * @param columns the arguments of a function of SQL
     */
    static @Nullable Condition search(String columns, List<String> words) {
        if (columns.isEmpty()) {
            return null;
        }
        List<String> patterns = words.stream()
                .map(word -> "%" + Words.literal(Words.plain(word)) + "%")
                .toList();
        return leaf("nocode.plain(concat_ws(chr(10), " + columns + ")) like all (?)", patterns);
    }

    private static Condition range(String name, Column column, List<Given> ends) {
        if (ends.size() != 2) {
            throw new ValueFault("field.range");
        }
        return leaf(name + " between ? and ?", value(column, ends.get(0)), value(column, ends.get(1)));
    }

    private static Object value(Column column, Given given) {
        if (given.isNull()) {
            throw new ValueFault("field.required");
        }
        if (column.isWords()) {
            return given.text();
        }
        if (column.wire() == Wire.DECIMAL) {
            return given.number();
        }
        // Numbers that are shown with a prefix are asked for with it.
        FieldType unbounded = column.prefix().isEmpty() ? UNBOUNDED.get(column.wire()) : null;
        return given.as(unbounded == null ? column.type() : unbounded);
    }

    /** Any number of values is one array, so that the text does not depend on how many there are. */
    private static List<String> values(Column column, Given given) {
        List<String> texts = new ArrayList<>();
        for (Given element : given.list()) {
            texts.add(
                    column.wire() == Wire.TEXT_ARRAY
                            ? element.text()
                            : value(column, element).toString());
        }
        return texts;
    }

    private static String array(Column column) {
        return column.wire() == Wire.TEXT
                ? texts()
                : texts() + "::" + column.wire().base() + "[]";
    }

    private static String texts() {
        return "cast(? as text[])";
    }

    private static Condition leaf(String text, @Nullable Object... values) {
        return new Condition.Leaf(text, Arrays.asList(values));
    }
}
