package io.nocode.runtime.records;

import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.ManyRows;
import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a bulk request: one for all rows that set the same fields in the same way. Rows that are the same
 * row are in statements of their own, one after the other.
 */
final class BulkSets {
    /** What the rows of one statement have in common. */
    private record Kind(int turn, List<Integer> columns, List<Assignment.Kind> kinds) {
        static Kind of(int turn, List<Assignment> assignments) {
            return new Kind(
                    turn,
                    assignments.stream().map(one -> one.column().position()).toList(),
                    assignments.stream().map(Assignment::kind).toList());
        }

        /** The same as {@code of(…).equals(this)}, for the many rows that are like the one before. */
        boolean isThatOf(int turn, List<Assignment> assignments) {
            boolean same = turn == this.turn && assignments.size() == columns.size();
            for (int i = 0; same && i < columns.size(); i++) {
                same = assignments.get(i).column().position() == columns.get(i)
                        && assignments.get(i).kind() == kinds.get(i);
            }
            return same;
        }
    }

    private final BulkRequest.Operation operation;
    private final List<BulkPlan.Entry> entries;
    private final List<Column> unique;
    private final List<List<Integer>> members;
    private final List<Sql> statements;

    /** @param unique the fields by which an upsert finds the row that is there */
    BulkSets(BulkRequest.Operation operation, List<BulkPlan.Entry> entries, List<Column> unique, ManyRows sql) {
        this.operation = operation;
        this.entries = entries;
        this.unique = unique;
        this.members = List.copyOf(members().values());
        this.statements = members.stream().map(places -> statement(sql, places)).toList();
    }

    private Map<Kind, List<Integer>> members() {
        Map<Object, Integer> turns = new HashMap<>();
        Map<Integer, Map<Kind, List<Integer>>> byTurn = new TreeMap<>();
        Kind last = Kind.of(0, List.of());
        List<Integer> alike = List.of();
        for (int i = 0; i < entries.size(); i++) {
            Object same = same(entries.get(i));
            int turn = same == null ? 0 : turns.merge(same, 1, Integer::sum) - 1;
            List<Assignment> assignments = entries.get(i).assignments();
            if (i == 0 || !last.isThatOf(turn, assignments)) {
                last = Kind.of(turn, assignments);
                alike = byTurn.computeIfAbsent(turn, each -> new LinkedHashMap<>())
                        .computeIfAbsent(last, each -> new ArrayList<>());
            }
            alike.add(i);
        }
        Map<Kind, List<Integer>> all = new LinkedHashMap<>();
        byTurn.values().forEach(all::putAll);
        return all;
    }

    /** What two entries that touch one row have in common; null where there can be no second. */
    private @Nullable Object same(BulkPlan.Entry entry) {
        if (operation == BulkRequest.Operation.CREATE || operation == BulkRequest.Operation.DELETE) {
            // A row that is named twice is deleted once, and both are answered.
            return null;
        }
        if (operation != BulkRequest.Operation.UPSERT) {
            return entry.id();
        }
        List<Object> values = new ArrayList<>();
        for (Assignment one : entry.assignments()) {
            if (unique.contains(one.column()) && one.value() != null) {
                values.add(one.value());
            }
        }
        return values.size() == unique.size() ? values : null;
    }

    private Sql statement(ManyRows sql, List<Integer> places) {
        Map<UUID, List<Assignment>> rows = new LinkedHashMap<>();
        places.forEach(
                place -> rows.put(entries.get(place).id(), entries.get(place).assignments()));
        return switch (operation) {
            case CREATE -> sql.insert(rows);
            case UPDATE -> sql.update(rows);
            case UPSERT -> sql.upsert(rows, unique);
            case DELETE -> sql.delete(rows.keySet());
        };
    }

    List<Sql> statements() {
        return statements;
    }

    /**
     * What became of each row, in the order of the request.
     *
     * @param answers to each statement
     * @return empty where they do not tell
     */
    Optional<List<Touched>> touched(List<List<Touched>> answers) {
        Touched[] all = new Touched[entries.size()];
        for (int i = 0; i < answers.size(); i++) {
            List<Integer> places = members.get(i);
            List<Touched> answer = answers.get(i);
            switch (operation) {
                case CREATE ->
                    places.forEach(
                            place -> all[place] = new Touched(entries.get(place).id(), 1, null));
                case UPSERT -> {
                    if (!isInOrder(places, answer)) {
                        return Optional.empty();
                    }
                    IntStream.range(0, places.size()).forEach(at -> all[places.get(at)] = answer.get(at));
                }
                case UPDATE, DELETE -> {
                    Map<UUID, Touched> byId = new HashMap<>();
                    answer.forEach(one -> byId.put(one.id(), one));
                    places.forEach(place ->
                            all[place] = byId.getOrDefault(entries.get(place).id(), Touched.NOTHING));
                }
            }
        }
        return Optional.of(List.of(all));
    }

    /** Whether an upsert left no row alone: then its answer is in the order of what was sent. New rows show it. */
    private boolean isInOrder(List<Integer> places, List<Touched> answer) {
        return answer.size() == places.size()
                && IntStream.range(0, places.size())
                        .allMatch(at -> (answer.get(at).version() == 1)
                                == entries.get(places.get(at))
                                        .id()
                                        .equals(answer.get(at).id()));
    }
}
