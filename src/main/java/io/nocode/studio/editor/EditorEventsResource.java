package io.nocode.studio.editor;

import io.nocode.shared.events.EventStreams;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code editor/events/}. */
@ApplicationScoped
@Path("v1/studio/editor/events")
@SignedIn
public class EditorEventsResource {
    @Inject
    private EditorEvents events;

    @Inject
    private EventStreams streams;

    @GET
    @Produces({MediaType.SERVER_SENT_EVENTS, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Follow a draft: others' changes and presence, as server-sent events",
            description = "`ready` tells the revision from which on changes are told. `change` is one revision: who,"
                    + " what kind, and the components that are different now (`components` is null where the editor must"
                    + " load the draft anew). `presence` lists everybody who has the project open. `reset` tells that too"
                    + " much was missed: load the draft and go on. `end` carries the error for which the stream ends: who"
                    + " gets it should not come back. The id of an event is its revision: `Last-Event-ID`, or the"
                    + " parameter `last_event_id`, goes on after it with nothing lost.")
    @Parameter(
            name = EventStreams.LAST_EVENT_ID,
            in = ParameterIn.HEADER,
            description = "The revision of the last event that was heard.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Events, until somebody closes.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            oneOf = {DraftChange.class, EditorPresence.class, DraftRevision.class},
                                            description = "The data of the events `change`, `presence`, and `ready` and"
                                                    + " `reset`."),
                            examples =
                                    @ExampleObject(
                                            name = "change",
                                            value =
                                                    "id: 18\nevent: change\ndata: {\"revision\": 18, \"kind\": \"move\"}\n")))
    public Response listen(
            @QueryParam("project_id") @Nullable String project,
            @QueryParam("last_event_id") @Schema(example = "17") @Nullable String last) {
        UUID id = PageQuery.id("project_id", project);
        if (id == null) {
            throw CommonProblem.INVALID.at("project_id", "field.required");
        }
        return streams.open(events.listen(id, CurrentUser.id()), last);
    }
}
