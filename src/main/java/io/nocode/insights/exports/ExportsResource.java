package io.nocode.insights.exports;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports. */
@ApplicationScoped
@Path("v1/insights/export")
@SignedIn
@Tag(name = "insights")
@Produces(MediaType.APPLICATION_JSON)
public class ExportsResource {
    @Inject
    private Exports exports;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for an export", description = "A job makes the file; watch its status.")
    @APIResponseSchema(value = ExportView.class, responseCode = "202", responseDescription = "The file will be made.")
    public Response request(ExportRequest request) {
        ExportView view = exports.request(request);
        return Response.accepted(view)
                .location(URI.create(RequestContext.url("/api/v1/insights/export/" + view.id() + "/status/")))
                .build();
    }

    @GET
    @Operation(summary = "List exports")
    public Page<ExportView> list(@BeanParam PageQuery query) {
        return exports.page(query.request());
    }

    @GET
    @Path("{id}/status")
    @Operation(summary = "How far an export is")
    public ExportView status(@PathParam("id") UUID id) {
        return exports.status(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an export and its file")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID id) {
        exports.delete(id);
        return Response.noContent().build();
    }
}
