package io.nocode.foundation.payments;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.WebhookSignature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where payment providers tell what happened. */
@ApplicationScoped
@Path("v1/foundation/payments/webhook/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "billing")
public class PaymentWebhookResource {
    /**
     * The message is taken in.
     *
     * @param replayed whether it was known already, and nothing was done
     */
    public record Received(boolean received, boolean replayed) {}

    @Inject
    private Providers providers;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    @Context
    private HttpHeaders headers;

    @POST
    @Anyone
    @Operation(summary = "Take in what a payment provider tells", description = """
                    Signed over time and body by the provider's secret: t=<unix seconds>,v1=<HMAC-SHA256 in hex of \
                    "<t>.<body>"> in Stripe-Signature, or X-Signature for manual. A signature is good for five \
                    minutes; an event that comes again is answered and ignored.""")
    public Received take(
            @PathParam("provider") String name,
            @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException {
        PaymentProvider provider = providers.named(name);
        byte[] bytes = body.readAllBytes();
        String signature = headers.getHeaderString(provider.signatureHeader());
        if (provider.webhookSecret()
                .filter(secret -> WebhookSignature.signs(signature, bytes, secret, clock.instant()))
                .isEmpty()) {
            throw PaymentProblem.BAD_SIGNATURE.because();
        }
        return new Received(true, !events.take(name, event(provider, bytes)));
    }

    private static PaymentEvent event(PaymentProvider provider, byte[] body) throws IOException {
        try {
            return provider.event(Json.read(new ByteArrayInputStream(body)));
        } catch (IllegalArgumentException otherMessage) {
            throw CommonProblem.INVALID.at("body", "field.must_be.object");
        }
    }
}
