package io.nocode.studio.templates;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code templates/}. */
@ApplicationScoped
@Path("v1/studio")
@SignedIn
public class TemplatesResource {
    @Inject
    private Templates templates;

    @GET
    @Path("templates")
    @Operation(summary = "List the starting points of new projects, in the caller's language")
    public Page<TemplateView> list(@BeanParam PageQuery query) {
        return Page.slice(query.request(), templates.list());
    }
}
