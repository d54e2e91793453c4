package io.nocode.studio.tables;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import io.nocode.studio.schema.FieldTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code field-types/}: told by the very objects that make, check and convert fields. */
@ApplicationScoped
@Path("v1/studio/field-types")
@SignedIn
public class FieldTypesResource {
    @GET
    @Operation(summary = "List the types that a field may have, with their options and operators")
    public Page<FieldTypeView> list(@BeanParam PageQuery query) {
        return Page.slice(
                query.request(PageQuery.MAX_SIZE),
                FieldTypes.all().stream().map(FieldTypeView::of).toList());
    }
}
