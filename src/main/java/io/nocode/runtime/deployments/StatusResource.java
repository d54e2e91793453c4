package io.nocode.runtime.deployments;

import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an application is. */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/status")
@SignedIn
@Tag(name = "runtime")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    @Inject
    private Statuses statuses;

    @GET
    @Operation(
            summary = "How an application is",
            description = "Its health is measured for the answer, by a request to the application itself; its"
                    + " performance is that of the requests of the last 24 hours.")
    public StatusView status(@PathParam("id") UUID id, @Context HttpServletRequest request) {
        return statuses.of(id, connector(request));
    }

    /** Where this very node listens: what the client called it may be anybody. */
    private static String connector(HttpServletRequest request) {
        String address = request.getLocalAddr();
        String host = address.contains(":") ? "[" + address.replaceAll("%.*", "") + "]" : address;
        String scheme = request.isSecure() ? "https" : "http";
        return scheme + "://" + host + ":" + request.getLocalPort() + request.getContextPath();
    }
}
