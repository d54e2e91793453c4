package io.nocode.runtime.query;

import io.nocode.studio.schema.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column, and the relations that lead to it.
 *
 * @param steps the relations on the way
 * @param links the relation whose rows are asked for by their ids, where it is no column; null for a column
 * @param operator what is asked of the column; EQ where nothing is said
 */
record Path(List<Reach> steps, @Nullable Reach links, Column column, Operator operator) {
    /** How many relations a name may go through. */
    static final int MAX_STEPS = 3;

    /**
     * The key of a filter, such as {@code client__name__icontains}; empty where there is no such thing to be read. On
     * the way there may be relations to many rows: one of them has to fulfil what is asked. Such a relation may be the
     * end too: {@code tags}, {@code tags__isnull}.
     */
    static Optional<Path> ofFilter(LiveTable table, Permits permits, String key) {
        return filter(table, permits, key, new ArrayList<>());
    }

    /** A name to sort by, such as {@code client.name}. */
    static Optional<Path> ofSort(LiveTable table, Permits permits, String name) {
        List<Reach> steps = new ArrayList<>();
        LiveTable here = table;
        String[] names = name.split("\\.", -1);
        if (names.length > MAX_STEPS + 1) {
            return Optional.empty();
        }
        for (int i = 0; i < names.length - 1; i++) {
            Optional<Reach> step = Reach.ofSort(here, permits, names[i]);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            here = step.get().target();
        }
        return column(here, permits, names[names.length - 1]).map(column -> new Path(steps, null, column, Operator.EQ));
    }

    /** The column of that name, if it may be read. */
    static Optional<Column> column(LiveTable table, Permits permits, String name) {
        return Optional.ofNullable(table.column(name)).filter(column -> permits.reads(table, column));
    }

    /** A field's name may hold two underscores itself: the longest name that exists is meant. */
    private static Optional<Path> filter(LiveTable table, Permits permits, String key, List<Reach> steps) {
        Optional<Column> whole = column(table, permits, key);
        if (whole.isPresent()) {
            return Optional.of(new Path(steps, null, whole.get(), Operator.EQ));
        }
        Optional<Path> compared = compared(table, permits, key, steps);
        // Where the operator is none of the field's, a field of a related table may be called like it: day, year.
        if (compared.isPresent() && compared.get().fits()) {
            return compared;
        }
        for (int at = key.lastIndexOf("__"); at > 0 && steps.size() < MAX_STEPS; at = key.lastIndexOf("__", at - 1)) {
            Optional<Reach> step = Reach.ofFilter(table, permits, key.substring(0, at));
            if (step.isPresent()) {
                List<Reach> further = new ArrayList<>(steps);
                further.add(step.get());
                Optional<Path> found = filter(step.get().target(), permits, key.substring(at + 2), further);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return compared.isPresent() ? compared : linked(table, permits, key, steps);
    }

    /** Rows that are asked for by those that they are linked to, or that point to them. */
    private static Optional<Path> linked(LiveTable table, Permits permits, String key, List<Reach> steps) {
        if (steps.size() == MAX_STEPS) {
            return Optional.empty();
        }
        int last = key.lastIndexOf("__");
        Optional<Operator> operator = last <= 0 ? Optional.empty() : Operator.named(key.substring(last + 2));
        return linked(table, permits, key, Operator.EQ, steps)
                .or(() -> operator.flatMap(asked -> linked(table, permits, key.substring(0, last), asked, steps)));
    }

    private static Optional<Path> linked(
            LiveTable table, Permits permits, String name, Operator operator, List<Reach> steps) {
        return Reach.named(table, permits, name)
                .map(reach -> new Path(steps, reach, reach.target().id(), operator));
    }

    private boolean fits() {
        return column.type().operators().contains(operator);
    }

    private static Optional<Path> compared(LiveTable table, Permits permits, String key, List<Reach> steps) {
        int last = key.lastIndexOf("__");
        return last <= 0
                ? Optional.empty()
                : column(table, permits, key.substring(0, last))
                        .flatMap(column -> Operator.named(key.substring(last + 2))
                                .map(operator -> new Path(steps, null, column, operator)));
    }
}
