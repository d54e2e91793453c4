package io.nocode.runtime.query;

import io.nocode.studio.schema.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds figures that were asked for against the table, with the names and the rights that lists go by. */
final class AggregatePlanner {
    private final Planner planner;
    private final Figures figures;
    private final Map<String, Figure> groups = new LinkedHashMap<>();
    private final Map<String, Figure> measures = new LinkedHashMap<>();

    AggregatePlanner(Planner planner) {
        this.planner = planner;
        this.figures = new Figures(planner::readable);
    }

    AggregatePlan plan(AggregateQuery query) {
        for (String key : query.groups()) {
            figures.group(key, groups.size())
                    .ifPresentOrElse(
                            group -> groups.put(key, group), () -> planner.blame("group_by", "field.no_figure", key));
        }
        for (String key : query.measures()) {
            if (measure(key).isEmpty()) {
                planner.blame("measures", "field.no_figure", key);
            }
        }
        int shown = measures.size();
        Condition where = planner.where(query.asked(), query.words());
        Condition having = having(query.having());
        List<AggregatePlan.Sorted> order = new ArrayList<>();
        query.sort().forEach(sort -> sorted(sort).ifPresent(order::add));
        groups.values().stream()
                .map(Figure::column)
                .filter(column -> order.stream().noneMatch(one -> one.column().equals(column)))
                .toList()
                .forEach(column -> order.add(new AggregatePlan.Sorted(column, false)));
        planner.refuseIfFaulty();
        return new AggregatePlan(
                planner.seen(),
                List.copyOf(groups.values()),
                List.copyOf(measures.values()),
                shown,
                where,
                having,
                order);
    }

    private Optional<Figure> measure(String key) {
        if (!measures.containsKey(key)) {
            figures.measure(key, measures.size()).ifPresent(measure -> measures.put(key, measure));
        }
        return Optional.ofNullable(measures.get(key));
    }

    private Optional<AggregatePlan.Sorted> sorted(Query.Sort sort) {
        Optional<Figure> figure = Optional.ofNullable(groups.get(sort.path())).or(() -> measure(sort.path()));
        if (figure.isEmpty()) {
            planner.blame("sort_by", "field.unknown_sort", sort.path());
        }
        return figure.map(found -> new AggregatePlan.Sorted(found.column(), sort.descending()));
    }

    private Condition having(Asked asked) {
        if (asked instanceof Asked.All all) {
            return all.parts().isEmpty()
                    ? Condition.ANYTHING
                    : new Condition.Every(all.parts().stream().map(this::having).toList());
        }
        if (asked instanceof Asked.Any any) {
            return new Condition.Some(any.parts().stream().map(this::having).toList());
        }
        if (asked instanceof Asked.Not not) {
            return new Condition.Never(having(not.part()));
        }
        Asked.Test test = (Asked.Test) asked;
        int last = test.key().lastIndexOf("__");
        Optional<Operator> named =
                last < 0 ? Optional.empty() : Operator.named(test.key().substring(last + 2));
        String key = named.isPresent() ? test.key().substring(0, last) : test.key();
        Optional<Figure> figure = measure(key);
        if (figure.isEmpty()) {
            planner.blame(test.at(), "field.no_figure", key);
            return Condition.ANYTHING;
        }
        return planner.compared(figure.get().column(), named.orElse(Operator.EQ), test);
    }
}
