package io.nocode.foundation.privacy;

import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's personal data. */
@ApplicationScoped
@Path("v1/foundation/users/profile")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "users")
public class PrivacyResource {
    @Inject
    private Export export;

    @Inject
    private OwnErasure erasure;

    @GET
    @Path("export")
    @Operation(summary = "Get all personal data of the caller as JSON")
    @APIResponseSchema(
            value = PersonalExport.class,
            responseCode = "200",
            responseDescription = "The account, and what each part of the platform keeps about its owner.")
    public Response export() {
        return Response.ok(export.ofCaller())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("delete")
    @Operation(
            summary = "Erase the caller's account, with the password",
            description = "Personal data are gone for good; what others see of the account's deeds names nobody.")
    public ErasureDone delete(ErasureRequest request) {
        erasure.erase(request.password());
        return new ErasureDone(Messages.text(RequestContext.currentLanguage(), "users.erased"));
    }
}
