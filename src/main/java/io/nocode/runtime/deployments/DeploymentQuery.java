package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.DeploymentRepository.DeploymentFilter;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.page.PageQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of deployments. */
public class DeploymentQuery extends PageQuery {
    @QueryParam("app_id")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable
    String appId;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = JobStatus.class))
    @Nullable
    String status;

    @QueryParam("environment")
    @Parameter(schema = @Schema(implementation = Stage.class))
    @Nullable
    String environment;

    DeploymentFilter filter() {
        return new DeploymentFilter(
                id("app_id", appId),
                choice("status", status, JobStatus.class),
                choice("environment", environment, Stage.class));
    }
}
