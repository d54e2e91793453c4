package io.nocode.runtime.apps;

import io.nocode.shared.page.PageQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of applications. */
public class AppQuery extends PageQuery {
    @QueryParam("project")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String project;

    @QueryParam("environment")
    @Parameter(schema = @Schema(implementation = Stage.class))
    @Nullable
    String environment;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = AppStatus.class))
    @Nullable
    String status;

    AppFilter filter() {
        return new AppFilter(
                id("project", project),
                choice("environment", environment, Stage.class),
                choice("status", status, AppStatus.class));
    }
}
