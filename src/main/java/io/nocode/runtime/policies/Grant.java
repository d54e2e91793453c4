package io.nocode.runtime.policies;

import io.nocode.runtime.query.Asker;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.TablePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What may be done with the rows of a table in one way: everything, or what several policies say together. Each of them
 * opens some rows; a field is open in the rows of those that name it.
 *
 * @param parts none for nothing at all
 */
record Grant(boolean everything, List<Part> parts) {
    static final Grant EVERYTHING = new Grant(true, List.of());

    /** A policy that holds for the one who asks, and what its conditions mean for them. */
    record Part(TablePolicy policy, Condition rows, Condition check) {}

    static Grant of(LiveTable table, List<TablePolicy> policies, Asker asker) {
        List<Part> parts = new ArrayList<>();
        for (TablePolicy policy : policies) {
            Optional<Condition> rows = table.policy(policy.filter(), asker);
            Optional<Condition> check = policy.check() == null ? rows : table.policy(policy.check(), asker);
            if (rows.isPresent() && check.isPresent()) {
                // A new row has not been there before: the filter is asked of it as it is written.
                parts.add(
                        policy.act() == Act.CREATE && policy.check() != null
                                ? new Part(policy, rows.get(), rows.get().and(check.get()))
                                : new Part(policy, rows.get(), check.get()));
            }
        }
        return new Grant(false, parts);
    }

    /** The rows that it is about. */
    Condition rows() {
        return any(part -> true, Part::rows);
    }

    /** Whether it is about a field in any row. */
    boolean names(Column column) {
        return everything || parts.stream().anyMatch(part -> part.policy().names(column.name()));
    }

    /** The rows that it is about in which a field is open; ANYTHING where that is so in all of them. */
    Condition rowsOf(Column column) {
        return everything || parts.stream().allMatch(part -> part.policy().names(column.name()))
                ? Condition.ANYTHING
                : any(part -> part.policy().names(column.name()), Part::rows);
    }

    /** The rows in which all of these fields are open. */
    Condition rowsOf(Collection<Column> columns) {
        return each(columns, Part::rows);
    }

    /** What is asked of a row in which all of these fields have been written. */
    Condition checkOf(Collection<Column> columns) {
        return each(columns, Part::check);
    }

    private Condition each(Collection<Column> columns, Function<Part, Condition> condition) {
        if (everything) {
            return Condition.ANYTHING;
        }
        // Fields that the same policies name ask for the same: it is asked once.
        Set<List<Part>> ways = new LinkedHashSet<>();
        for (Column column : columns) {
            ways.add(parts.stream()
                    .filter(part -> part.policy().names(column.name()))
                    .toList());
        }
        if (ways.isEmpty()) {
            ways.add(parts);
        }
        Condition all = Condition.ANYTHING;
        for (List<Part> way : ways) {
            all = all.and(any(way::contains, condition));
        }
        return all;
    }

    private Condition any(Predicate<Part> which, Function<Part, Condition> condition) {
        if (everything) {
            return Condition.ANYTHING;
        }
        Set<Condition> ways = new LinkedHashSet<>();
        parts.stream().filter(which).map(condition).forEach(ways::add);
        return ways.contains(Condition.ANYTHING)
                ? Condition.ANYTHING
                : ways.size() == 1 ? ways.iterator().next() : new Condition.Some(List.copyOf(ways));
    }
}
