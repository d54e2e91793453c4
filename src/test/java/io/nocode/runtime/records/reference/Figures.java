package io.nocode.runtime.records.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Random figures of groups of rows: their keys, what they are of rows, and their order. */
final class Figures {
    /** What rows are grouped by, or a measure of a group. */
    private record Column(String key, Function<List<Row>, Object> of, Comparator<Object> order) {}

    private final TextOrder texts;
    private final Random random;
    private final Map<String, Column> groups = new LinkedHashMap<>();
    private final Map<String, Column> measures = new LinkedHashMap<>();
    private final List<String> sorts = new ArrayList<>();
    private final ObjectNode having = Json.object();
    private Predicate<List<Row>> kept = rows -> true;

    Figures(TextOrder texts, Random random) {
        this.texts = texts;
        this.random = random;
        for (int i = random.nextInt(3); i > 0; i--) {
            Column group = group();
            groups.put(group.key(), group);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            Column measure = measure();
            measures.put(measure.key(), measure);
        }
        List<String> exact = measures.keySet().stream()
                .filter(key -> !key.startsWith("avg:"))
                .toList();
        if (!exact.isEmpty() && random.nextBoolean()) {
            sorts.add((random.nextBoolean() ? "-" : "") + exact.get(random.nextInt(exact.size())));
        }
        if (random.nextInt(3) == 0) {
            having();
        }
    }

    String query() {
        StringBuilder query = new StringBuilder("measures=" + String.join(",", measures.keySet()));
        query.append(groups.isEmpty() ? "" : "&group_by=" + String.join(",", groups.keySet()));
        query.append(sorts.isEmpty() ? "" : "&sort_by=" + String.join(",", sorts));
        return query.append(having.isEmpty() ? "" : "&having=" + ReferenceQueriesIT.encoded(having.toString()))
                .toString();
    }

    /** The answer: for each group its values by their keys, null where there is none. */
    List<Map<String, Object>> of(List<Row> rows) {
        Map<List<Object>, List<Row>> parts = new LinkedHashMap<>();
        if (groups.isEmpty()) {
            parts.put(List.of(), new ArrayList<>());
        }
        for (Row row : rows) {
            List<Object> key = new ArrayList<>();
            groups.values().forEach(group -> {
                Object value = group.of().apply(List.of(row));
                key.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            });
            parts.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        List<List<Row>> left = new ArrayList<>(parts.values());
        left.removeIf(kept.negate());
        Comparator<List<Row>> order = (one, other) -> 0;
        for (String sort : sorts) {
            Column column = measures.get(sort.replaceFirst("^-", ""));
            order = order.thenComparing(by(column, sort.startsWith("-")));
        }
        for (Column group : groups.values()) {
            order = order.thenComparing(by(group, false));
        }
        left.sort(order);
        return left.stream().map(this::values).toList();
    }

    private Map<String, Object> values(List<Row> rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        groups.forEach((key, group) -> values.put(key, group.of().apply(rows)));
        measures.forEach((key, measure) -> values.put(key, measure.of().apply(rows)));
        return values;
    }

    private static Comparator<List<Row>> by(Column column, boolean descending) {
        Comparator<Object> values = Comparator.nullsLast(column.order());
        Comparator<Object> directed = descending ? values.reversed() : values;
        return (one, other) ->
                directed.compare(column.of().apply(one), column.of().apply(other));
    }

    private Column group() {
        if (random.nextInt(3) > 0) {
            Kind kind = one(Kind.ALL.stream().filter(Kind::isSortable).toList());
            List<String> path = random.nextInt(4) == 0 ? List.of("team") : List.of();
            String key = (path.isEmpty() ? "" : "team.") + kind.name();
            return new Column(key, rows -> rows.get(0).at(path, kind.name()), (a, b) -> kind.compare(a, b, texts));
        }
        boolean moment = random.nextBoolean();
        String bucket = one(List.of("year", "quarter", "month", "week", "day"));
        if (moment && random.nextInt(5) == 0) {
            return new Column("at:hour", rows -> hour((Instant) rows.get(0).value("at")), natural());
        }
        String field = moment ? "at" : "day";
        return new Column(
                field + ":" + bucket, rows -> start(bucket, rows.get(0).value(field)), natural());
    }

    private static Object hour(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.HOURS);
    }

    private static Object start(String bucket, Object value) {
        if (value == null) {
            return null;
        }
        LocalDate day =
                value instanceof Instant moment ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : (LocalDate) value;
        return switch (bucket) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    private Column measure() {
        String function = one(List.of("count", "sum", "avg", "min", "max", "count_distinct"));
        if (function.equals("count")) {
            return new Column("count", rows -> BigDecimal.valueOf(rows.size()), natural());
        }
        boolean number = function.equals("sum") || function.equals("avg");
        Kind kind = one(Kind.ALL.stream()
                .filter(each -> number
                        ? each.isNumber()
                        : each.isSortable()
                                && (function.equals("count_distinct")
                                        || !List.of("active", "code").contains(each.name())))
                .toList());
        BiFunction<Kind, List<Object>, Object> of =
                switch (function) {
                    case "sum" -> (field, values) -> sum(values);
                    case "avg" -> (field, values) -> average(values);
                    case "min" ->
                        (field, values) -> values.stream()
                                .min((a, b) -> kind.compare(a, b, texts))
                                .orElse(null);
                    case "max" ->
                        (field, values) -> values.stream()
                                .max((a, b) -> kind.compare(a, b, texts))
                                .orElse(null);
                    default -> (field, values) -> BigDecimal.valueOf(distinct(values));
                };
        return new Column(
                function + ":" + kind.name(),
                rows -> of.apply(
                        kind,
                        rows.stream()
                                .map(row -> row.value(kind.name()))
                                .filter(Objects::nonNull)
                                .toList()),
                function.equals("count_distinct") ? natural() : (a, b) -> kind.compare(a, b, texts));
    }

    private static Object sum(List<Object> values) {
        return values.stream()
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Object average(List<Object> values) {
        return values.isEmpty()
                ? null
                : ((BigDecimal) sum(values)).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
    }

    private static int distinct(List<Object> values) {
        return new TreeSet<>(values.stream()
                        .map(value -> value instanceof BigDecimal number
                                ? number.stripTrailingZeros().toPlainString()
                                : value.toString())
                        .toList())
                .size();
    }

    /** Conditions on counts, which are exact. */
    private void having() {
        Column column = new Column("count", rows -> BigDecimal.valueOf(rows.size()), natural());
        int least = random.nextInt(20);
        boolean not = random.nextBoolean();
        JsonNode test = Json.object().put("count__gte", least);
        having.setAll(not ? Json.object().<ObjectNode>set("not", test) : (ObjectNode) test);
        kept = rows -> ((BigDecimal) column.of().apply(rows)).intValue() >= least != not;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Object> natural() {
        return (Comparator) Comparator.naturalOrder();
    }
}
