package io.nocode.insights.activities;

import io.nocode.insights.tracking.EventType;
import io.nocode.shared.page.Moments;
import io.nocode.shared.sql.Sql;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which activities somebody asks for; an absent part asks for nothing.
 *
 * @param dateFrom a date or a timestamp, included
 * @param dateTo a date (its whole day, in UTC) or a timestamp, included
 * @param search looked for in names of events and pages
 */
public record ActivityFilter(
        @Nullable UUID userId,
        @Nullable UUID projectId,
        @Nullable EventType eventType,
        @Nullable @Size(max = 200) String eventName,
        @Schema(example = "2026-01-01") @Nullable String dateFrom,
        @Schema(example = "2026-01-31") @Nullable String dateTo,
        @Nullable @Size(max = 200) String search) {
    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null, null, null);

    /**
     * The condition on the table of events.
     *
     * @throws io.nocode.shared.problem.Problem where a date is none
     */
    public Sql condition() {
        List<Sql> all = new ArrayList<>();
        if (userId != null) {
            all.add(Sql.of("user_id = ?", userId));
        }
        if (projectId != null) {
            all.add(Sql.of("project_id = ?", projectId));
        }
        if (eventType != null) {
            all.add(Sql.of("event_type = ?", eventType.wire()));
        }
        if (eventName != null) {
            all.add(Sql.of("event_name = ?", eventName));
        }
        if (dateFrom != null) {
            all.add(Sql.of("tracked_at >= ?", Moments.from("date_from", dateFrom)));
        }
        if (dateTo != null) {
            all.add(Sql.of("tracked_at < ?", Moments.until("date_to", dateTo)));
        }
        if (search != null && !search.isBlank()) {
            String pattern = "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            all.add(Sql.of(
                    "(lower(event_name) like ? escape '!' or lower(context ->> 'page') like ? escape '!')",
                    pattern,
                    pattern));
        }
        return all.isEmpty() ? Sql.of("true") : Sql.join(" and ", all);
    }
}
