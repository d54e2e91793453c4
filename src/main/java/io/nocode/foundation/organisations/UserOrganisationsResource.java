package io.nocode.foundation.organisations;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The organisations of an account. */
@ApplicationScoped
@Path("v1/foundation/users/{user_id}/organizations")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "users")
public class UserOrganisationsResource {
    @Inject
    private Organisations organisations;

    @GET
    @Operation(summary = "List the organizations of an account: for itself and for superusers")
    public Page<OrganisationView> list(@PathParam("user_id") UUID user, @BeanParam PageQuery query) {
        return organisations.of(user, query.request());
    }
}
