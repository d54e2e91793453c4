package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a deployment would change. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/plan")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    @Inject
    private Deployments deployments;

    @GET
    @Operation(
            summary = "What a deployment would change",
            description = "What the deployment will do, step by step; nothing is changed or locked.")
    public PlanView plan(
            @PathParam("id") UUID id,
            @QueryParam("version")
                    @Parameter(
                            description = "The latest where absent.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @Nullable
                    String version,
            @QueryParam("environment") @Parameter(schema = @Schema(implementation = Stage.class)) @Nullable
                    String environment) {
        return deployments.plan(id, number(version), PageQuery.choice("environment", environment, Stage.class));
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw CommonProblem.INVALID.at("version", "field.must_be.whole_number");
        }
    }
}
