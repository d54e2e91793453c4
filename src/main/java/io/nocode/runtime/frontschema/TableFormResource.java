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

/** The form of a table's rows. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/schema")
@Tag(name = "Rows")
public class TableFormResource {
    @Inject
    private FrontSchemas schemas;

    @GET
    @Anyone
    @Operation(summary = "Describe the form of a table's rows")
    public FormView form(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        return schemas.form(project, environment == null ? header : environment, table);
    }
}
