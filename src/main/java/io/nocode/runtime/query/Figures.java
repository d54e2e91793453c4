package io.nocode.runtime.query;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.DateType;
import io.nocode.studio.schema.DatetimeType;
import io.nocode.studio.schema.DecimalType;
import io.nocode.studio.schema.Digits;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.FloatType;
import io.nocode.studio.schema.Wire;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what figures mean. Empty: there is no such thing, or not for a field of that type. */
final class Figures {
    private static final String COUNT = "count";
    private static final Set<String> DAYS = Set.of("year", "quarter", "month", "week", "day");
    private static final FieldType NUMBER = new DecimalType(new Digits(1_000, 500, null, null));

    /** Fields by their names, with the relations that lead to them; only those that may be read. */
    private final Function<String, Optional<Order>> fields;

    Figures(Function<String, Optional<Order>> fields) {
        this.fields = fields;
    }

    /** A field, or a stretch of time of one: {@code created_at:month}. */
    Optional<Figure> group(String key, int index) {
        int colon = key.indexOf(':');
        String name = "_g" + index;
        if (colon < 0) {
            return fields.apply(key)
                    .map(field -> new Figure(
                            key, "", field, "", column(name, field.column().type())));
        }
        String bucket = key.substring(colon + 1);
        return fields.apply(key.substring(0, colon)).flatMap(field -> bucket(key, field, bucket, name));
    }

    private static Optional<Figure> bucket(String key, Order field, String bucket, String name) {
        Wire wire = field.column().wire();
        boolean moment = wire == Wire.TIMESTAMP;
        String utc = moment ? " at time zone 'UTC')" : "::timestamp)";
        if (moment && bucket.equals("hour")) {
            return Optional.of(new Figure(
                    key,
                    "date_trunc('hour', ",
                    field,
                    utc + " at time zone 'UTC'",
                    column(name, new DatetimeType(null, null))));
        }
        return (moment || wire == Wire.DATE) && DAYS.contains(bucket)
                ? Optional.of(new Figure(
                        key,
                        "date_trunc('" + bucket + "', ",
                        field,
                        utc + "::date",
                        column(name, new DateType(null, null))))
                : Optional.empty();
    }

    /** The number of rows, or something of a field: {@code sum:price}. */
    Optional<Figure> measure(String key, int index) {
        String name = "_m" + index;
        if (key.equals(COUNT)) {
            return Optional.of(new Figure(key, "count(*)", null, "", column(name, NUMBER)));
        }
        int colon = key.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : fields.apply(key.substring(colon + 1))
                        .flatMap(field -> of(key, key.substring(0, colon), field, name));
    }

    private static Optional<Figure> of(String key, String function, Order field, String name) {
        Column column = field.column();
        boolean number = column.wire().isNumber() && column.prefix().isEmpty();
        FieldType sum = column.wire() == Wire.FLOAT ? new FloatType(null, null) : NUMBER;
        boolean ends = column.wire() != Wire.UUID && column.wire() != Wire.BOOLEAN;
        return switch (function) {
            case "sum" -> number ? figure(key, "sum(", field, ")", name, sum) : Optional.empty();
            // As many digits as there are, and no zeros behind them.
            case "avg" ->
                !number
                        ? Optional.empty()
                        : sum == NUMBER
                                ? figure(key, "trim_scale(avg(", field, "))", name, sum)
                                : figure(key, "avg(", field, ")", name, sum);
            case "min", "max" -> ends ? figure(key, function + "(", field, ")", name, column.type()) : Optional.empty();
            case "count_distinct" -> figure(key, "count(distinct ", field, ")", name, NUMBER);
            default -> Optional.empty();
        };
    }

    private static Optional<Figure> figure(
            String key, String before, Order field, String after, String name, FieldType type) {
        return Optional.of(new Figure(key, before, field, after, column(name, type)));
    }

    private static Column column(String name, FieldType type) {
        // No field has a name that begins like this.
        return new Column(name, Identifier.of(name).quoted(), type, null, -1);
    }
}
