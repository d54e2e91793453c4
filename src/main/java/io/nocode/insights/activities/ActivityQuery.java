package io.nocode.insights.activities;

import io.nocode.insights.tracking.EventType;
import io.nocode.shared.page.PageQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of activities. */
public class ActivityQuery extends PageQuery {
    @QueryParam("user_id")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String userId;

    @QueryParam("project_id")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String projectId;

    @QueryParam("event_type")
    @Parameter(schema = @Schema(implementation = EventType.class))
    @Nullable
    String eventType;

    @QueryParam("event_name")
    @Nullable
    String eventName;

    @QueryParam("date_from")
    @Parameter(description = "A date or a timestamp, included.")
    @Nullable
    String dateFrom;

    @QueryParam("date_to")
    @Parameter(description = "A date (its whole day in UTC) or a timestamp, included.")
    @Nullable
    String dateTo;

    @QueryParam("cursor")
    @Parameter(description = "Walks by key instead of pages: begin with an empty cursor, then follow `next`.")
    @Nullable
    String cursor;

    ActivityFilter filter() {
        return new ActivityFilter(
                id("user_id", userId),
                id("project_id", projectId),
                choice("event_type", eventType, EventType.class),
                eventName,
                dateFrom,
                dateTo,
                request().search());
    }
}
