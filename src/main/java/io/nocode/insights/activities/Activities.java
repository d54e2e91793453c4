package io.nocode.insights.activities;

import io.nocode.foundation.access.Access;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was tracked, for those whom it concerns. */
@ApplicationScoped
@Transactional
public class Activities {
    private static final Map<String, String> SORTABLE = Map.of(
            "tracked_at", "tracked_at",
            "created_at", "created_at",
            "event_name", "event_name",
            "event_type", "event_type");

    @Inject
    private Database database;

    @Inject
    private Access access;

    /** A page of activities, the newest first where nothing else is asked for. */
    public Page<ActivityView> page(ActivityFilter filter, PageRequest asked) {
        String direction = asked.sortBy() == null || asked.descending() ? " desc" : " asc";
        String column = SORTABLE.get(asked.sortBy() == null ? "tracked_at" : asked.sortBy());
        if (column == null) {
            throw CommonProblem.INVALID.at(
                    "sort_by",
                    "field.must_be.one_of",
                    String.join(", ", SORTABLE.keySet().stream().sorted().toList()));
        }
        Sql from = from(filter);
        long count = database.first(Sql.of("select count(*) as n").then(from), row -> row.number("n"))
                .orElseThrow();
        if (asked.offset() >= count) {
            return Page.of(asked, count, List.of());
        }
        Sql page = from.then(" order by " + column + direction + ", id" + direction)
                .then(" limit ? offset ?", asked.size(), asked.offset());
        return Page.of(asked, count, database.list(Sql.of("select *").then(page), ActivityView::of));
    }

    /** The next step of a walk from the newest to the oldest. */
    public Page<ActivityView> walk(ActivityFilter filter, @Nullable EventKey after, int size) {
        Sql from = from(filter);
        Sql rest = after == null ? from : from.then(" and (tracked_at, id) < (?, ?)", after.trackedAt(), after.id());
        List<ActivityView> found = database.list(
                Sql.of("select *").then(rest).then(" order by tracked_at desc, id desc limit ?", size + 1),
                ActivityView::of);
        List<ActivityView> shown = found.subList(0, Math.min(size, found.size()));
        String next =
                found.size() > size ? EventKey.of(shown.get(shown.size() - 1)).text() : null;
        return Page.walked(next, List.copyOf(shown));
    }

    /**
     * One activity.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where it does not concern the caller
     */
    public ActivityView find(UUID id) {
        return database.first(
                        Sql.of("select * from event where id = ? and ", id).then(Visible.condition(access)),
                        ActivityView::of)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** How many events a condition of the platform's own (not of a caller) holds for. */
    public long count(Sql condition) {
        return database.first(Sql.of("select count(*) as n from event where ").then(condition), row -> row.number("n"))
                .orElseThrow();
    }

    /** The next events, the oldest first, that a condition of the platform's own holds for. */
    public List<ActivityView> after(Sql condition, @Nullable EventKey after, int count) {
        Sql rest = after == null
                ? condition
                : condition.then(" and (tracked_at, id) > (?, ?)", after.trackedAt(), after.id());
        return database.list(
                Sql.of("select * from event where ").then(rest).then(" order by tracked_at, id limit ?", count),
                ActivityView::of);
    }

    private Sql from(ActivityFilter filter) {
        return Sql.of(" from event where ")
                .then(Visible.condition(access))
                .then(" and ")
                .then(filter.condition());
    }
}
