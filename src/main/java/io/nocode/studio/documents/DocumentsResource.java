package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code projects/{id}/export/} and {@code projects/import/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class DocumentsResource {
    @Inject
    private Exports exports;

    @Inject
    private Imports imports;

    @GET
    @Path("projects/{id}/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a project as one document, without its rows and without ids")
    @APIResponseSchema(value = ProjectDocument.class, responseCode = "200")
    public Response export(@PathParam("id") UUID id) {
        return Response.ok(exports.text(id), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("projects/import")
    @Operation(summary = "Make a project of a document, or make a project what a document says; or plan it")
    @APIResponseSchema(value = ImportView.class, responseCode = "201", responseDescription = "The new project")
    @APIResponse(
            responseCode = "200",
            description = "The plan, or what was done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public Response make(
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectDocument.class))) JsonNode body,
            @QueryParam("organization_id") @Nullable String organization,
            @QueryParam("project_id") @Nullable String project,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("allow_data_loss") @Nullable String allowDataLoss) {
        UUID into = PageQuery.id("project_id", project);
        UUID owner = PageQuery.id("organization_id", organization);
        ImportMode what =
                Objects.requireNonNullElse(PageQuery.choice("mode", mode, ImportMode.class), ImportMode.APPLY);
        boolean loss = PageQuery.flag("allow_data_loss", allowDataLoss, false);
        if (into != null && owner != null) {
            throw CommonProblem.INVALID.at("organization_id", "field.import.either");
        }
        if (into != null) {
            return Response.ok(imports.update(body, into, what, loss)).build();
        }
        ImportView made = imports.create(body, owner, what);
        if (made.project() == null) {
            return Response.ok(made).build();
        }
        String path = "/api/v1/studio/projects/" + made.project().id() + "/";
        return Response.created(URI.create(RequestContext.url(path)))
                .entity(made)
                .build();
    }
}
