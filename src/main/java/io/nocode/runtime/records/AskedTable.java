package io.nocode.runtime.records;

import io.nocode.shared.page.PageQuery;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of everything that is written, as a {@code @BeanParam}. */
public class AskedTable {
    @QueryParam("environment")
    @Nullable
    String environment;

    @HeaderParam("X-Environment")
    @Nullable
    String header;

    @QueryParam("dry_run")
    @Parameter(
            description = "Whether everything is checked and answered as it would be, and nothing is kept. The answer"
                    + " then has the header `Dry-Run: true`. Automatic numbers are used up.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    String dryRun;

    @Nullable
    String environment() {
        return environment == null ? header : environment;
    }

    boolean isDryRun() {
        return PageQuery.flag("dry_run", dryRun, false);
    }

    /** An answer that says so where nothing was kept. */
    Response.ResponseBuilder marked(Response.ResponseBuilder answer) {
        return answer.header("Dry-Run", isDryRun() ? "true" : null);
    }
}
