package io.nocode.studio.components;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code component-types/}: the catalogue. */
@ApplicationScoped
@Path("v1/studio/component-types")
@SignedIn
public class ComponentTypesResource {
    @GET
    @Operation(summary = "List the types that a component may have")
    public Page<ComponentTypeView> list(@BeanParam PageQuery query) {
        return Page.slice(
                query.request(PageQuery.MAX_SIZE),
                ComponentTypes.all(RequestContext.currentLanguage()).stream()
                        .map(ComponentTypeView::of)
                        .toList());
    }

    @GET
    @Path("categories")
    @Operation(summary = "List the groups of component types")
    public List<ComponentTypes.Category> categories() {
        return ComponentTypes.categories(RequestContext.currentLanguage());
    }

    @GET
    @Path("{type}")
    @Operation(summary = "Show a component type")
    public ComponentTypeView get(@PathParam("type") String type) {
        return ComponentTypes.named(type, RequestContext.currentLanguage())
                .map(ComponentTypeView::of)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }
}
