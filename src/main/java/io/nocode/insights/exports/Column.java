package io.nocode.insights.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.insights.activities.ActivityView;
import io.nocode.shared.problem.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of an export: its name, and where its value comes from (an Instant, a tree, text, or what prints itself). */
record Column(String name, Function<ActivityView, @Nullable Object> value) {
    static final List<Column> ALL = List.of(
            new Column("id", ActivityView::id),
            new Column("tracked_at", ActivityView::trackedAt),
            new Column("event_type", activity -> activity.eventType().wire()),
            new Column("event_name", ActivityView::eventName),
            new Column("user_id", ActivityView::userId),
            new Column("organization_id", ActivityView::organizationId),
            new Column("project_id", ActivityView::projectId),
            new Column("session_id", ActivityView::sessionId),
            new Column("anonymous_id", ActivityView::anonymousId),
            new Column("ip_address", ActivityView::ipAddress),
            new Column("user_agent", ActivityView::userAgent),
            new Column("properties", ActivityView::properties),
            new Column("context", ActivityView::context),
            new Column("created_at", ActivityView::createdAt));

    /** The columns of these names, in their order; all where none is named. */
    static List<Column> named(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        Faults faults = new Faults();
        List<Column> chosen = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            ALL.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(chosen::add, blame(faults, "fields[" + i + "]"));
        }
        faults.throwIfAny();
        return chosen;
    }

    private static Runnable blame(Faults faults, String path) {
        return () -> faults.add(
                path, "field.unknown_column", ALL.stream().map(Column::name).collect(Collectors.joining(", ")));
    }

    /** The value as JSON would hold it: text, a tree, or null. */
    @Nullable
    Object plain(ActivityView activity, ExportOptions options) {
        Object found = value.apply(activity);
        if (found == null || found instanceof JsonNode) {
            return found;
        }
        return found instanceof Instant instant ? options.time(instant) : found.toString();
    }
}
