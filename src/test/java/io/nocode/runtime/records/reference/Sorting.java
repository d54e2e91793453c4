package io.nocode.runtime.records.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A random order of rows: missing values come last, descending first, and ids break ties.
 *
 * @param sortBy as the parameter has it
 */
record Sorting(String sortBy, Comparator<Row> order) {
    private static final List<String> PATHS = List.of("", "", "", "team.", "team.region.", "team.parent.");

    static Sorting any(TextOrder texts, Random random) {
        Map<String, Comparator<Row>> keys = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            List<Kind> kinds = path.contains("region")
                    ? List.of(Kind.named("name"), Kind.named("amount"))
                    : Kind.ALL.stream().filter(Kind::isSortable).toList();
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            boolean descending = random.nextBoolean();
            List<String> steps = path.isEmpty() ? List.of() : List.of(path.split("\\."));
            if (keys.putIfAbsent(path + kind.name(), by(kind, steps, descending, texts)) == null) {
                names.add((descending ? "-" : "") + path + kind.name());
            }
        }
        Comparator<Row> order = keys.values().stream().reduce((one, other) -> 0, Comparator::thenComparing);
        return new Sorting(names.stream().collect(Collectors.joining(",")), order.thenComparing(Row::id));
    }

    private static Comparator<Row> by(Kind kind, List<String> steps, boolean descending, TextOrder texts) {
        Comparator<Object> values = Comparator.nullsLast((one, other) -> kind.compare(one, other, texts));
        Comparator<Object> directed = descending ? values.reversed() : values;
        return (one, other) -> directed.compare(one.at(steps, kind.name()), other.at(steps, kind.name()));
    }
}
