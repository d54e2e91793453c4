package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rows of a project as an OpenAPI document, for generators of clients. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/openapi")
@Tag(name = "Rows")
public class ProjectOpenApiResource {
    @Inject
    private FrontSchemas schemas;

    @GET
    @Anyone
    @Operation(summary = "Describe the rows of exactly this project's tables as OpenAPI 3")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonNode document(
            @PathParam("project") UUID project,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return schemas.openApi(project, environment == null ? header : environment);
    }
}
