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

/** The fields of a table, for lists and forms. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/fields")
@Tag(name = "Rows")
public class TableFieldsResource {
    @Inject
    private FrontSchemas schemas;

    @GET
    @Anyone
    @Operation(summary = "Describe the fields of a table for lists and forms")
    public FieldList fields(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return schemas.fields(project, environment == null ? header : environment, table);
    }
}
