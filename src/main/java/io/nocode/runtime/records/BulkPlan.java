package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.ManyRows;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Reason;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A bulk request read: what is to be done with each of its rows, and what is wrong with those that cannot be. */
final class BulkPlan {
    /** One row of the request: its id where it has one, and what is to be written. */
    record Entry(int index, UUID id, List<Assignment> assignments) {}

    private final OpenTable open;
    private final BulkRequest.Operation operation;
    private final boolean atomic;
    private final RowSql.Stamp stamp;
    private final RowSql sql;
    private final Faults faults = new Faults();
    private final Map<Integer, Faults> wrong = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Column> unique = new ArrayList<>();
    private int size;
    private String name = "records";

    BulkPlan(OpenTable open, BulkRequest request, RowSql.Stamp stamp) {
        this.open = open;
        this.operation = Objects.requireNonNull(request.operation());
        this.atomic = request.isAtomic();
        this.stamp = stamp;
        this.sql = new RowSql(open.table(), open.permits(), List.of());
        if (operation == BulkRequest.Operation.DELETE) {
            refuse("records", isSent(request.records()));
            refuse("on_conflict", request.onConflict() != null);
            name = "ids";
            readIds(request.ids());
        } else {
            refuse("ids", isSent(request.ids()));
            if (operation == BulkRequest.Operation.UPSERT) {
                unique.addAll(UniqueFields.read(open, request.onConflict(), faults));
            } else {
                refuse("on_conflict", request.onConflict() != null);
            }
            faults.throwIfAny();
            readRecords(request.records());
        }
        faults.throwIfAny();
    }

    private static boolean isSent(@Nullable JsonNode property) {
        return property != null && !property.isNull();
    }

    private void refuse(String property, boolean sent) {
        if (sent) {
            faults.add(property, "field.not_for_operation");
        }
    }

    /** Whether it is a list that is not too long; else it is blamed. */
    private boolean isList(@Nullable JsonNode list) {
        if (list != null && list.isArray() && list.size() <= BulkRows.MOST) {
            size = list.size();
            return true;
        }
        faults.add(
                name,
                list == null || list.isNull()
                        ? "field.required"
                        : list.isArray() ? "field.list_too_long" : "field.must_be.array",
                BulkRows.MOST);
        return false;
    }

    private void readIds(@Nullable JsonNode ids) {
        if (!isList(ids) || ids == null) {
            return;
        }
        for (int i = 0; i < size; i++) {
            Faults own = new Faults();
            UUID id = RowId.read(ids.get(i), "ids[" + i + "]", own);
            if (own.isEmpty()) {
                entries.add(new Entry(i, id, List.of()));
            } else {
                wrong.put(i, own);
            }
        }
    }

    private void readRecords(@Nullable JsonNode records) {
        if (!isList(records) || records == null) {
            return;
        }
        RowBody.Left left =
                switch (operation) {
                    case UPDATE -> RowBody.Left.OUT_OF_PATCH;
                    case UPSERT -> RowBody.Left.OUT_OF_UPSERT;
                    case CREATE, DELETE -> RowBody.Left.OUT_OF_NEW;
                };
        RowBody body = new RowBody(open.table(), open.permits(), left);
        for (int i = 0; i < size; i++) {
            Faults own = new Faults();
            String prefix = "records[" + i + "].";
            JsonNode record = records.get(i);
            UUID id = Ids.next();
            if (operation == BulkRequest.Operation.UPDATE && record.isObject()) {
                id = RowId.read(record.path("id"), prefix + "id", own);
                record = RowId.without(record);
            }
            List<Assignment> assignments = body.read(record, prefix, own);
            if (own.isEmpty()) {
                entries.add(new Entry(i, id, assignments));
            } else {
                wrong.put(i, own);
            }
        }
    }

    private Faults at(int index) {
        return wrong.computeIfAbsent(index, each -> new Faults());
    }

    /** The rows that nothing is wrong with so far. */
    List<Entry> entries() {
        return entries;
    }

    /** The ids of these rows. */
    Set<UUID> ids() {
        return entries.stream().map(Entry::id).collect(Collectors.toSet());
    }

    /** Whether all of its rows are there already, and known by their ids. */
    boolean changes() {
        return operation == BulkRequest.Operation.UPDATE;
    }

    /** Says what is wrong with a field of a row, which is then not written. */
    void refuse(Entry entry, Column field, String message) {
        at(entry.index()).add(name + "[" + entry.index() + "]." + field.name(), message);
        entries.remove(entry);
    }

    /** Throws what is wrong with any row. */
    void refuseIfFaulty() {
        Faults all = new Faults();
        wrong.values().forEach(all::addAll);
        all.throwIfAny();
    }

    /** Whether there is nothing that could be done. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** As few statements as can be for all rows that are not wrong. */
    BulkSets sets() {
        return new BulkSets(operation, entries, unique, new ManyRows(open.table(), open.permits(), stamp));
    }

    /** A statement for each row that is not wrong. */
    List<Sql> statements() {
        return entries.stream().map(this::statement).toList();
    }

    private Sql statement(Entry entry) {
        return switch (operation) {
            case CREATE -> sql.insert(entry.id(), entry.assignments(), stamp);
            case UPDATE -> sql.update(entry.id(), entry.assignments(), stamp, null);
            case UPSERT -> sql.upsert(entry.id(), entry.assignments(), unique, stamp);
            case DELETE -> sql.delete(entry.id(), stamp, null);
        };
    }

    /**
     * Whether a fault of {@link #sets} may be that of one of the rows, which {@link #statements} then tell. Among them
     * is that two rows are the same to PostgreSQL, but not to us: 1.0 and 1.00.
     */
    boolean blamesRows(DatabaseFault fault) {
        return fault.state().equals("21000") || Refusal.of(open, fault).isPresent();
    }

    /** The rows of the request that are there already, of which a statement has touched none. */
    List<UUID> untouched(List<Touched> touched) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < touched.size(); i++) {
            if (touched.get(i).id() == null && touched.get(i).fault() == null) {
                ids.add(entries.get(i).id());
            }
        }
        return operation == BulkRequest.Operation.UPSERT ? List.of() : ids;
    }

    /**
     * The answer, from what the statements did; where all or nothing was wanted and one did not, a refusal.
     *
     * @param there those of {@link #untouched} that the caller sees
     */
    BulkAnswer answer(List<Touched> touched, Set<UUID> there) {
        BulkResult[] results = new BulkResult[size];
        List<Reason> reasons = new ArrayList<>();
        Set<UUID> deleted = deleted(touched);
        for (int i = 0; i < touched.size(); i++) {
            Entry entry = entries.get(i);
            Touched one = touched.get(i);
            if (one.id() == null && deleted.contains(entry.id())) {
                results[entry.index()] = new BulkResult(entry.index(), BulkAnswer.Status.DELETED, entry.id(), null);
            } else if (one.id() == null) {
                reasons.add(blame(entry, one, there));
            } else {
                results[entry.index()] = new BulkResult(entry.index(), status(one), one.id(), null);
            }
        }
        if (atomic && !wrong.isEmpty()) {
            Faults all = new Faults();
            wrong.values().forEach(all::addAll);
            // What is wrong with all of them alike is what is wrong with the whole.
            boolean alike = reasons.stream().map(Reason::status).distinct().count() == 1;
            throw (alike ? reasons.get(0) : CommonProblem.INVALID).at(all);
        }
        wrong.forEach(
                (index, own) -> results[index] = new BulkResult(index, BulkAnswer.Status.FAILED, null, sentences(own)));
        return BulkAnswer.of(operation, List.of(results));
    }

    /** What was deleted, by whichever of the ids that name it. */
    private Set<UUID> deleted(List<Touched> touched) {
        return operation == BulkRequest.Operation.DELETE
                ? touched.stream().map(Touched::id).filter(Objects::nonNull).collect(Collectors.toSet())
                : Set.of();
    }

    private Reason blame(Entry entry, Touched one, Set<UUID> there) {
        String path = name + "[" + entry.index() + "]";
        if (one.fault() == null && (operation == BulkRequest.Operation.UPSERT || there.contains(entry.id()))) {
            at(entry.index()).add(path, "problem.ROW_FORBIDDEN");
            return RowProblem.ROW_FORBIDDEN;
        }
        if (one.fault() == null) {
            at(entry.index()).add(path, "field.no_such_row_here");
            return CommonProblem.INVALID;
        }
        Refusal refusal = Refusal.of(open, one.fault()).orElseThrow(one::fault);
        refusal.fields().forEach(field -> at(entry.index()).add(path + "." + field, refusal.message()));
        if (refusal.fields().isEmpty()) {
            at(entry.index()).add(path, "problem." + refusal.reason().name());
        }
        return refusal.reason();
    }

    private BulkAnswer.Status status(Touched one) {
        return switch (operation) {
            case CREATE -> BulkAnswer.Status.CREATED;
            case UPDATE -> BulkAnswer.Status.UPDATED;
            case UPSERT -> one.version() == 1 ? BulkAnswer.Status.CREATED : BulkAnswer.Status.UPDATED;
            case DELETE -> BulkAnswer.Status.DELETED;
        };
    }

    private static String sentences(Faults own) {
        return own.byField().entrySet().stream()
                .map(fault -> fault.getKey() + ": "
                        + Messages.text(
                                RequestContext.currentLanguage(),
                                fault.getValue().key(),
                                fault.getValue().words()))
                .collect(Collectors.joining(" "));
    }
}
