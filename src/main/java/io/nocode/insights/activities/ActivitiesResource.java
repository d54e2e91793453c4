package io.nocode.insights.activities;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Activities. */
@ApplicationScoped
@Path("v1/insights/activities")
@SignedIn
@Tag(name = "insights")
@Produces(MediaType.APPLICATION_JSON)
public class ActivitiesResource {
    @Inject
    private Activities activities;

    @GET
    @Operation(
            summary = "List activities",
            description = "Your own; from MEMBER on, those of the organisation. With `cursor`, `count` is null.")
    public Page<ActivityView> list(@BeanParam ActivityQuery query) {
        PageRequest asked = query.request();
        ActivityFilter filter = query.filter();
        if (query.cursor == null) {
            return activities.page(filter, asked);
        }
        if (asked.sortBy() != null) {
            throw CommonProblem.INVALID.at("sort_by", "field.cursor_sorting");
        }
        EventKey after = query.cursor.isEmpty()
                ? null
                : EventKey.parse(query.cursor)
                        .orElseThrow(() -> CommonProblem.INVALID.at("cursor", "field.cursor_invalid"));
        return activities.walk(filter, after, asked.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an activity")
    public ActivityView read(@PathParam("id") UUID id) {
        return activities.find(id);
    }
}
