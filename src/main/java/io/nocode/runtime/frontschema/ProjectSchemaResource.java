package io.nocode.runtime.frontschema;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tables of a project for front ends. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/schema")
@Tag(name = "Rows")
public class ProjectSchemaResource {
    @Inject
    private FrontSchemas schemas;

    @GET
    @Anyone
    @Operation(summary = "Describe every table whose rows you may read")
    public ProjectSchema all(
            @PathParam("project") UUID project,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return schemas.all(project, environment == null ? header : environment);
    }

    @GET
    @Path("{table}")
    @Anyone
    @Operation(summary = "Describe a table, with its indexes and its relationships in both directions")
    public TableView one(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return schemas.one(project, environment == null ? header : environment, table);
    }
}
