package io.nocode.foundation.mail;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The mailbox of development: in production it does not exist. */
@ApplicationScoped
@Path("v1/dev/mailbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "development")
public class MailboxResource {
    @Inject
    private DevelopmentMailbox mailbox;

    @GET
    @Anyone
    @Operation(summary = "List the mails that would have been sent, newest first (development only)")
    public List<MailView> list(@QueryParam("to") @Nullable String to) {
        requireDevelopment();
        return mailbox.list(to);
    }

    @DELETE
    @Anyone
    @Operation(summary = "Empty the mailbox (development only)")
    @APIResponse(responseCode = "204", description = "The mailbox is empty.")
    public Response empty() {
        requireDevelopment();
        mailbox.empty();
        return Response.noContent().build();
    }

    private static void requireDevelopment() {
        if (!Settings.development()) {
            throw CommonProblem.NOT_FOUND.because();
        }
    }
}
