package io.nocode.studio.generation;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import io.nocode.studio.pages.PageView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code pages/generate/} and {@code pages/{id}/duplicate/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class PageMakingResource {
    @Inject
    private PageMaking making;

    @POST
    @Path("pages/generate")
    @Operation(summary = "Make whole working pages for a table: a list, a row, forms")
    @APIResponseSchema(value = GeneratedPages.class, responseCode = "201", responseDescription = "The new pages")
    public Response generate(GeneratePages asked) {
        GeneratedPages made = making.generate(asked);
        return created(made.results().get(0), made);
    }

    @POST
    @Path("pages/{id}/duplicate")
    @Operation(summary = "Copy a page with all that lies on it")
    @APIResponseSchema(value = PageView.class, responseCode = "201", responseDescription = "The copy")
    public Response duplicate(@PathParam("id") UUID id) {
        PageView copy = making.duplicate(id);
        return created(copy, copy);
    }

    private static Response created(PageView first, Object entity) {
        return Response.created(URI.create(RequestContext.url("/api/v1/studio/pages/" + first.id() + "/")))
                .entity(entity)
                .build();
    }
}
