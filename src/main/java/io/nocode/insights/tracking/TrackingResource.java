package io.nocode.insights.tracking;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tracking. */
@ApplicationScoped
@Path("v1/insights/track")
@SignedIn
@Tag(name = "insights")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrackingResource {
    @Inject
    private Tracking tracking;

    @POST
    @Operation(summary = "Track an event", description = "The user and the address are those of the request.")
    @APIResponseSchema(value = TrackedView.class, responseCode = "201", responseDescription = "The event is kept.")
    public Response track(TrackEvent event) {
        TrackedView tracked = tracking.track(event);
        return Response.created(URI.create(RequestContext.url("/api/v1/insights/activities/" + tracked.id() + "/")))
                .entity(tracked)
                .build();
    }

    @POST
    @Path("batch")
    @Operation(summary = "Track up to 1,000 events", description = "The good ones are kept, each bad one is named.")
    @APIResponseSchema(value = BatchView.class, responseCode = "201", responseDescription = "What became of each.")
    public Response batch(TrackBatch batch) {
        return Response.status(Response.Status.CREATED)
                .entity(tracking.track(batch))
                .build();
    }

    @POST
    @Path("test")
    @Operation(summary = "Validate events without keeping them")
    public TestView test(TrackTest test) {
        return tracking.test(test);
    }
}
