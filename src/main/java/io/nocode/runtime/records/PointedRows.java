package io.nocode.runtime.records;

import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.ReadSql;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that written rows point to. Those that the caller does not see are as if they did not exist: nobody learns by
 * writing that there is such a row. Only a row that points there already, as far as the caller sees that, may go on to.
 * Where all rows may be seen this costs nothing: the database itself refuses what does not exist.
 */
@ApplicationScoped
class PointedRows {
    @Inject
    private Database database;

    @Inject
    private Rows rows;

    /** A relation that a row is to have. */
    private record Pointer(Column relation, UUID to) {
        /** Those of the assignments to rows that the caller may not see all of. */
        static Stream<Pointer> of(OpenTable open, List<Assignment> assignments) {
            return assignments.stream()
                    .filter(one -> one.value() instanceof UUID && isPartlySeen(open, one.column()))
                    .map(one -> new Pointer(one.column(), (UUID) one.value()));
        }

        private static boolean isPartlySeen(OpenTable open, Column relation) {
            Permits all = open.permits().all();
            return open.table()
                    .target(relation)
                    .filter(target -> all.rows(target) != Condition.ANYTHING || !all.reads(target, target.id()))
                    .isPresent();
        }
    }

    /**
     * Refuses a row that would point to what the caller does not see.
     *
     * @param row the row that is changed; null for a new one, and for several
     * @throws io.nocode.shared.problem.Problem INVALID naming each such field
     */
    void require(OpenTable open, @Nullable UUID row, List<Assignment> assignments) {
        Set<Pointer> lost = lost(open, Pointer.of(open, assignments).toList());
        Faults faults = new Faults();
        for (Pointer one : lost) {
            if (row == null
                    || !one.to().equals(held(open, one.relation(), Set.of(row)).get(row))) {
                faults.add(one.relation().name(), "field.no_such_row");
            }
        }
        faults.throwIfAny();
    }

    /** Blames the rows of a request that would point to what the caller does not see. */
    void blame(OpenTable open, BulkPlan plan) {
        Set<Pointer> lost = lost(
                open,
                plan.entries().stream()
                        .flatMap(entry -> Pointer.of(open, entry.assignments()))
                        .toList());
        if (lost.isEmpty()) {
            return;
        }
        Map<Column, Map<UUID, UUID>> held = new HashMap<>();
        for (BulkPlan.Entry entry : List.copyOf(plan.entries())) {
            Pointer.of(open, entry.assignments())
                    .filter(lost::contains)
                    .filter(one -> !plan.changes()
                            || !one.to()
                                    .equals(held.computeIfAbsent(one.relation(), each -> held(open, each, plan.ids()))
                                            .get(entry.id())))
                    .forEach(one -> plan.refuse(entry, one.relation(), "field.no_such_row"));
        }
    }

    private Set<Pointer> lost(OpenTable open, Collection<Pointer> pointers) {
        Set<Pointer> lost = new HashSet<>(pointers);
        pointers.stream().map(Pointer::relation).distinct().forEach(relation -> {
            Optional<LiveTable> target = open.table().target(relation);
            Set<UUID> ids = new HashSet<>();
            pointers.stream().filter(one -> one.relation().equals(relation)).forEach(one -> ids.add(one.to()));
            target.map(table -> rows.ids(new ReadSql(table, open.permits()).all(ids)))
                    .ifPresent(
                            seen -> lost.removeIf(one -> one.relation().equals(relation) && seen.contains(one.to())));
        });
        return lost;
    }

    /** What those of the rows that the caller sees point to now. */
    private Map<UUID, UUID> held(OpenTable open, Column relation, Set<UUID> ids) {
        return open.permits().reads(open.table(), relation)
                ? database
                        .list(
                                new ReadSql(open.table(), open.permits()).pointing(relation, ids),
                                row -> Map.entry(row.uuid("id"), row.uuid("points_to")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                : Map.of();
    }
}
