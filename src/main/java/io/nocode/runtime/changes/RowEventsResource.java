package io.nocode.runtime.changes;

import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.records.AskedRows;
import io.nocode.shared.events.EventStreams;
import io.nocode.shared.rest.AnyParameter;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

/** {@code events/} of a table's rows. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/events")
@Tag(name = "rows")
public class RowEventsResource {
    @Inject
    private FollowRows rows;

    @Inject
    private EventStreams streams;

    @GET
    @Anyone
    @AnyParameter
    @Produces({MediaType.SERVER_SENT_EVENTS, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Follow rows: inserts, updates and deletes, as server-sent events",
            description = "Whoever writes them, through whatever door. `ready` tells that every change from here on is"
                    + " told. `change` is one change, with only what the caller may see: a row that comes to match is"
                    + " `created`, one that does not match any more `deleted`. `reset` tells that changes were missed, or"
                    + " that the table has changed: read the rows anew and go on. `end` carries the error for which the"
                    + " stream ends: who gets it should not come back. Transactions come whole, one after the other, in the"
                    + " order in which they were committed, and the part of an id before its last dot is the same for"
                    + " all changes of one, and for no others. After `Last-Event-ID`, or the parameter"
                    + " `last_event_id`, it goes on with nothing lost. Every filter of a list is one here.")
    @Parameter(
            name = EventStreams.LAST_EVENT_ID,
            in = ParameterIn.HEADER,
            description = "The id of the last event that was heard.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Events, until somebody closes.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            oneOf = {RowChange.class, Ready.class, Reset.class},
                                            description = "The data of the events `change`, `ready` and `reset`."),
                            examples =
                                    @ExampleObject(
                                            name = "change",
                                            value = "id: 1.x4.x5.2q.2s\nevent: change\ndata: {\"action\": \"updated\","
                                                    + " \"change\": 100, \"id\": \"01890000-0000-7000-8000-000000000000\","
                                                    + " \"row\": {\"name\": \"Zürich\"}}\n")))
    public Response listen(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @BeanParam AskedRows asked,
            @QueryParam("last_event_id") @Nullable String last) {
        return streams.open(
                rows.listen(
                        project,
                        asked.environment(),
                        table,
                        Parameters.parse(RequestContext.get().query())),
                last);
    }
}
