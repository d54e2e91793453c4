package io.nocode.runtime.deployments;

import io.nocode.shared.events.EventStreams;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The live progress of a deployment. */
@ApplicationScoped
@Path("v1/runtime/deployment-logs/{id}/events")
@SignedIn
@Tag(name = "runtime")
public class DeploymentEventsResource {
    @Inject
    private DeploymentEvents events;

    @Inject
    private EventStreams streams;

    @GET
    @Produces({MediaType.SERVER_SENT_EVENTS, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Follow a deployment, as server-sent events",
            description =
                    "`step_started` and `step_ended` are told for each step, also to who comes late; `ended` is the"
                            + " deployment as a whole, and then the stream ends. `Last-Event-ID`, or the parameter"
                            + " `last_event_id`, goes on after an event with nothing lost.")
    @Parameter(
            name = EventStreams.LAST_EVENT_ID,
            in = ParameterIn.HEADER,
            description = "The id of the last event that was heard.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Events, until the deployment has ended.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            oneOf = {StepView.class, DeploymentView.class},
                                            description = "The data of the steps' events, and of `ended`."),
                            examples =
                                    @ExampleObject(
                                            name = "step_ended",
                                            value =
                                                    "id: 2\nevent: step_ended\ndata: {\"name\": \"validate\", \"status\": \"succeeded\"}\n")))
    public Response listen(
            @PathParam("id") UUID id, @QueryParam("last_event_id") @Schema(example = "2") @Nullable String last) {
        events.authorise(id);
        return streams.open(new FollowedDeployment(events, id), last);
    }
}
