package io.nocode.foundation.access;

import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Explaining decisions. */
@ApplicationScoped
@Path("v1/foundation/access/explain")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "access")
public class ExplainResource {
    @Inject
    private Explanations explanations;

    @GET
    @Operation(
            summary = "Explain which role or rule allows or refuses an action (ADMIN)",
            description = "The resource is an organization, a project or something in it, as kind:id or as an id alone."
                    + " Without user_id it is the caller whom the decision is about.")
    public Explanation explain(
            @QueryParam("action") @Schema(example = "studio_edit") @Nullable String action,
            @QueryParam("resource") @Schema(example = "project:01890000-0000-7000-8000-000000000000") @Nullable
                    String resource,
            @QueryParam("user_id") @Nullable String user) {
        return explanations.explain(action, resource, PageQuery.id("user_id", user));
    }
}
