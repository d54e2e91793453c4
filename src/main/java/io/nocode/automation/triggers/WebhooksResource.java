package io.nocode.automation.triggers;

import io.nocode.shared.rest.AnyParameter;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The addresses of workflows that webhooks begin; the address is the secret, a signature may be asked for too. */
@ApplicationScoped
@Path("v1/automation/webhooks/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "automation")
public class WebhooksResource {
    /** A delivery was taken in. */
    public record WebhookTaken(UUID executionId, String status) {}

    @Inject
    private Webhooks webhooks;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @POST
    @Anyone
    @AnyParameter
    @Operation(summary = "Takes a delivery in and begins the workflow.")
    @APIResponseSchema(value = WebhookTaken.class, responseCode = "202", responseDescription = "It is taken in.")
    public Response post(
            @PathParam("token") String token,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "*/*",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        return taken(token, "POST", body.readAllBytes());
    }

    @PUT
    @Anyone
    @AnyParameter
    @Operation(summary = "Takes a delivery in, where the workflow allows PUT.")
    @APIResponseSchema(value = WebhookTaken.class, responseCode = "202", responseDescription = "It is taken in.")
    public Response put(
            @PathParam("token") String token,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "*/*",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        return taken(token, "PUT", body.readAllBytes());
    }

    @PATCH
    @Anyone
    @AnyParameter
    @Operation(summary = "Takes a delivery in, where the workflow allows PATCH.")
    @APIResponseSchema(value = WebhookTaken.class, responseCode = "202", responseDescription = "It is taken in.")
    public Response patch(
            @PathParam("token") String token,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "*/*",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        return taken(token, "PATCH", body.readAllBytes());
    }

    @GET
    @Anyone
    @AnyParameter
    @Operation(summary = "Takes a delivery in, where the workflow allows GET.")
    @APIResponseSchema(value = WebhookTaken.class, responseCode = "202", responseDescription = "It is taken in.")
    public Response get(@PathParam("token") String token) throws IOException {
        return taken(token, "GET", new byte[0]);
    }

    @DELETE
    @Anyone
    @AnyParameter
    @Operation(summary = "Takes a delivery in, where the workflow allows DELETE.")
    @APIResponseSchema(value = WebhookTaken.class, responseCode = "202", responseDescription = "It is taken in.")
    public Response delete(@PathParam("token") String token) throws IOException {
        return taken(token, "DELETE", new byte[0]);
    }

    private Response taken(String token, String method, byte[] body) throws IOException {
        Map<String, String> sent = new TreeMap<>();
        headers.getRequestHeaders().forEach((name, values) -> sent.put(name, String.join(", ", values)));
        Map<String, String> query = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> query.put(name, String.join(",", values)));
        UUID execution = webhooks.take(token, Delivery.of(method, sent, query, body));
        return Response.accepted(new WebhookTaken(execution, "queued")).build();
    }
}
