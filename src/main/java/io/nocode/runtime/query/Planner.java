package io.nocode.runtime.query;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was asked against the table: its fields exist and may be read, its operators fit their types, its values
 * are of them. What may not be read is answered exactly like what does not exist. Every fault is named at once.
 */
public final class Planner {
    private final LiveTable table;
    private final Permits permits;
    private final Source seen;
    private final @Nullable Cursors cursors;
    private final Faults faults = new Faults();
    private boolean onlyUnknownParameters = true;

    private Planner(LiveTable table, Permits permits, @Nullable Cursors cursors) {
        this.table = table;
        this.permits = permits;
        this.seen = Source.of(table, permits);
        this.cursors = cursors;
    }

    /**
     * The plan of a list.
     *
     * @param cursors reads the query's cursor; null where it has none
     * @throws io.nocode.shared.problem.Problem INVALID, or UNKNOWN_PARAMETER where nothing else is wrong
     */
    public static Plan list(LiveTable table, Permits permits, Query query, @Nullable Cursors cursors) {
        return list(table, permits, query, cursors, Condition.ANYTHING);
    }

    /**
     * The plan of a list of some of a table's rows.
     *
     * @param among which rows there are to be asked for
     * @throws io.nocode.shared.problem.Problem as for any list
     */
    public static Plan list(LiveTable table, Permits permits, Query query, @Nullable Cursors cursors, Condition among) {
        return new Planner(table, permits, cursors).plan(query, among);
    }

    /**
     * The rows that the caller may see and that match, asked of the table as they see it.
     *
     * @throws io.nocode.shared.problem.Problem as for a list
     */
    public static Condition rows(LiveTable table, Permits permits, Matching matching) {
        Planner planner = new Planner(table, permits, null);
        Condition where = planner.where(matching.asked(), matching.words());
        planner.refuseIfFaulty();
        return where;
    }

    /**
     * The plan of figures.
     *
     * @throws io.nocode.shared.problem.Problem as for {@link #list}
     */
    public static AggregatePlan aggregate(LiveTable table, Permits permits, AggregateQuery query) {
        return new AggregatePlanner(new Planner(table, permits, null)).plan(query);
    }

    /**
     * What is heard of the changes of a table.
     *
     * @throws io.nocode.shared.problem.Problem as for {@link #list}
     */
    public static Following follow(LiveTable table, Permits permits, Query query) {
        Planner planner = new Planner(table, permits, null);
        List<Column> columns = planner.columns(query.fields());
        Condition where = planner.where(query.asked(), query.words());
        planner.refuseIfFaulty();
        return new Following(table, planner.seen, columns, where);
    }

    /**
     * The columns of a row's answer.
     *
     * @param fields the only ones wanted, as in the parameter {@code fields}; null for all
     */
    public static List<Column> columns(LiveTable table, Permits permits, @Nullable List<String> fields) {
        Planner planner = new Planner(table, permits, null);
        List<Column> columns = planner.columns(fields);
        planner.refuseIfFaulty();
        return columns;
    }

    /** What a policy asks of a table's rows, whoever may see them; faults go to those given. */
    static Condition condition(LiveTable table, Asked asked, Faults into) {
        Planner planner = new Planner(table, Permits.EVERYTHING, null);
        Condition condition = planner.condition(asked);
        into.addAll(planner.faults);
        return condition;
    }

    private Plan plan(Query query, Condition among) {
        List<Expansion> expansions = expansions(query);
        List<Column> columns = columns(query.fields(), expansions);
        Condition where = where(query.asked(), query.words()).and(among);
        List<Order> order = query.sort().stream()
                .map(this::order)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (order.stream().noneMatch(one -> one.steps().isEmpty() && one.column() == table.id())) {
            order.add(new Order(List.of(), List.of(), table.id(), false, false));
        }
        refuseIfFaulty();
        Walk walk = walk(query.cursor(), where, order);
        refuseIfFaulty();
        return new Plan(
                table, seen, columns, expansions, where, order, query.count(), query.page(), query.size(), walk);
    }

    /** The table as the caller sees it. */
    Source seen() {
        return seen;
    }

    /** The rows that the caller may see and asked for. */
    Condition where(Asked asked, List<String> words) {
        Condition where = seen.where().and(condition(asked));
        if (words.isEmpty()) {
            return where;
        }
        Condition search = Comparisons.search(table.search(permits), words);
        // A table without text holds no words.
        return where.and(search == null ? new Condition.Some(List.of()) : search);
    }

    private @Nullable Walk walk(@Nullable String cursor, Condition where, List<Order> order) {
        if (cursor == null || cursor.isEmpty()) {
            return cursor == null ? null : Walk.fromTheStart();
        }
        Optional<List<@Nullable String>> keys =
                cursors == null ? Optional.empty() : cursors.keys(cursor, seen, where, order);
        if (keys.isEmpty()) {
            blame("cursor", "field.cursor");
            return null;
        }
        return Walk.behind(order, keys.get());
    }

    private List<Expansion> expansions(Query query) {
        try {
            return query.expand().isEmpty() ? List.of() : Expansion.of(table, permits, query.expand(), query.size());
        } catch (ValueFault wrong) {
            blame("expand", wrong.fault().key(), wrong.fault().words());
            return List.of();
        }
    }

    private List<Column> columns(@Nullable List<String> fields) {
        return columns(fields, List.of());
    }

    /** @param embedded what stands in the answer anyway, and may be named too */
    private List<Column> columns(@Nullable List<String> fields, List<Expansion> embedded) {
        if (fields == null) {
            return permits.isWhole(table)
                    ? table.columns()
                    : table.columns().stream()
                            .filter(column -> permits.reads(table, column))
                            .toList();
        }
        List<Column> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : fields) {
            Optional<Column> column = Path.column(table, permits, name);
            column.ifPresent(columns::add);
            if (column.isEmpty() && Expansion.named(embedded, name).isEmpty()) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            blame("fields", "field.unknown_name", String.join(", ", unknown));
        }
        return columns;
    }

    private Optional<Order> order(Query.Sort sort) {
        Optional<Order> order = readable(sort.path());
        if (order.isEmpty()) {
            blame("sort_by", "field.unknown_sort", sort.path());
        }
        return order.map(
                found -> new Order(found.steps(), found.seen(), found.column(), found.masked(), sort.descending()));
    }

    /** A field that has an order, and the relations that lead to it; empty where the caller may not read it, too. */
    Optional<Order> readable(String name) {
        return Path.ofSort(table, permits, name)
                .filter(found -> found.column().isSortable())
                .map(found -> new Order(
                        found.steps(),
                        found.steps().stream()
                                .map(step -> Source.of(step.target(), permits))
                                .toList(),
                        found.column(),
                        found.steps().isEmpty() && seen.masks(found.column()),
                        false));
    }

    private Condition condition(Asked asked) {
        if (asked instanceof Asked.All all) {
            return all.parts().isEmpty()
                    ? Condition.ANYTHING
                    : new Condition.Every(
                            all.parts().stream().map(this::condition).toList());
        }
        if (asked instanceof Asked.Any any) {
            return new Condition.Some(any.parts().stream().map(this::condition).toList());
        }
        if (asked instanceof Asked.Not not) {
            return new Condition.Never(condition(not.part()));
        }
        return test((Asked.Test) asked);
    }

    private Condition test(Asked.Test test) {
        Path path = Path.ofFilter(table, permits, test.key()).orElse(null);
        if (path == null) {
            if (test.given() instanceof Given.Text) {
                faults.add(test.at(), "field.unknown_parameter");
            } else {
                blame(test.at(), "field.unknown_name", test.key());
            }
            return Condition.ANYTHING;
        }
        Condition condition = path.links() == null
                ? compared(path.column(), path.operator(), test)
                : linked(path.links(), path.operator(), test);
        for (int i = path.steps().size() - 1; i >= 0; i--) {
            condition = some(path.steps().get(i), condition);
        }
        return condition;
    }

    /**
     * The rows that a relation leads to asked for by their ids: one of them has to be meant, or, for a negation, none.
     * Nothing stands for none at all.
     */
    private Condition linked(Reach relation, Operator operator, Asked.Test test) {
        boolean isNothing = test.given().isNull();
        return switch (operator) {
            case EQ ->
                isNothing
                        ? none(relation)
                        : some(relation, compared(relation.target().id(), operator, test));
            case NE ->
                isNothing
                        ? some(relation, Condition.ANYTHING)
                        : new Condition.Never(
                                some(relation, compared(relation.target().id(), Operator.EQ, test)));
            case IN -> some(relation, compared(relation.target().id(), operator, test));
            case NOT_IN ->
                new Condition.Never(some(relation, compared(relation.target().id(), Operator.IN, test)));
            case ISNULL -> {
                try {
                    yield test.given().flag() ? none(relation) : some(relation, Condition.ANYTHING);
                } catch (ValueFault wrong) {
                    blame(test.at(), wrong.fault().key(), wrong.fault().words());
                    yield Condition.ANYTHING;
                }
            }
            // Others do not fit an id either.
            default -> compared(relation.target().id(), operator, test);
        };
    }

    private Condition some(Reach relation, Condition condition) {
        return new Condition.Through(relation, Source.of(relation.target(), permits), condition);
    }

    private Condition none(Reach relation) {
        return new Condition.Never(some(relation, Condition.ANYTHING));
    }

    /** A column compared as a test asks. */
    Condition compared(Column column, Operator operator, Asked.Test test) {
        Set<Operator> fitting = column.type().operators();
        if (!fitting.contains(operator)) {
            blame(
                    test.at(),
                    "field.operator",
                    operator.wireName(),
                    fitting.stream().map(Operator::wireName).collect(Collectors.joining(", ")));
            return Condition.ANYTHING;
        }
        try {
            return Comparisons.of(column, operator, test.given());
        } catch (ValueFault wrong) {
            Fault fault = wrong.fault();
            blame(test.at(), fault.key(), fault.words());
            return Condition.ANYTHING;
        }
    }

    void blame(String at, String key, Object... words) {
        onlyUnknownParameters = false;
        faults.add(at, key, words);
    }

    void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw (onlyUnknownParameters ? CommonProblem.UNKNOWN_PARAMETER : CommonProblem.INVALID).at(faults);
        }
    }
}
