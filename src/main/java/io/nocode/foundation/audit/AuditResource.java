package io.nocode.foundation.audit;

import io.nocode.shared.page.Page;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log of an organisation. */
@ApplicationScoped
@Path("v1/foundation/organizations/{organization_id}/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "organizations")
public class AuditResource {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    @Inject
    private AuditReading reading;

    @GET
    @Operation(
            summary = "List who did what to which resource, when, and from where (ADMIN)",
            description = "The newest first. `search` looks in actions, details, addresses, resources and request ids.")
    public Page<AuditEntryView> list(@PathParam("organization_id") UUID organization, @BeanParam AuditQuery query) {
        return reading.page(organization, query.condition(), query.request());
    }

    @GET
    @Path("verify")
    @Operation(
            summary = "Check that nobody has tampered with the audit log (ADMIN)",
            description = "Recomputes the hash of every entry. With the `count` and `head` that an earlier check"
                    + " answered, it also shows whether anything up to there was rewritten since.")
    public AuditVerification verify(
            @PathParam("organization_id") UUID organization,
            @QueryParam("count")
                    @Parameter(
                            description = "The `count` of an earlier check; with `hash`.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @Nullable
                    String count,
            @QueryParam("hash")
                    @Parameter(
                            description = "The `head` of an earlier check; with `count`.",
                            schema = @Schema(pattern = "[0-9a-f]{64}"))
                    @Nullable
                    String hash) {
        return reading.verify(organization, witness(count, hash));
    }

    private static ChainCheck.@Nullable Witness witness(@Nullable String count, @Nullable String hash) {
        if (count == null && hash == null) {
            return null;
        }
        Faults faults = new Faults();
        if (count == null || !COUNT.matcher(count).matches()) {
            faults.add("count", count == null ? "field.required" : "field.must_be.whole_number");
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            faults.add("hash", hash == null ? "field.required" : "field.sha256");
        }
        faults.throwIfAny();
        if (count == null || hash == null) {
            throw CommonProblem.INVALID.because();
        }
        return new ChainCheck.Witness(Long.parseLong(count), hash);
    }
}
