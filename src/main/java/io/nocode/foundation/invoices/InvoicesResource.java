package io.nocode.foundation.invoices;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invoices. */
@ApplicationScoped
@Path("v1/foundation/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "billing")
public class InvoicesResource {
    @Inject
    private Invoices invoices;

    @Inject
    private InvoicePdf pdf;

    @GET
    @Operation(summary = "List the invoices of the caller's organizations (ADMIN)")
    public Page<InvoiceView> list(
            @BeanParam PageQuery query,
            @QueryParam("organization_id") @Schema(type = SchemaType.STRING, format = "uuid") @Nullable
                    String organization,
            @QueryParam("subscription_id") @Schema(type = SchemaType.STRING, format = "uuid") @Nullable
                    String subscription,
            @QueryParam("status") @Schema(implementation = InvoiceStatus.class) @Nullable String status) {
        return invoices.list(
                query.request(),
                PageQuery.id("organization_id", organization),
                PageQuery.id("subscription_id", subscription),
                PageQuery.choice("status", status, InvoiceStatus.class));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get an invoice (ADMIN)")
    public InvoiceView find(@PathParam("id") UUID id) {
        return invoices.find(id);
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @Operation(summary = "Get an invoice as a document, in English or French by Accept-Language (ADMIN)")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("id") UUID id) {
        InvoiceText text = invoices.text(id);
        return Response.ok(pdf.of(text, RequestContext.currentLanguage(), InvoiceSettings.zone()), "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + text.invoice().number() + ".pdf\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @POST
    @Path("{id}/mark-paid")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Say that an open invoice is paid (superuser)")
    public InvoiceView markPaid(@PathParam("id") UUID id) {
        return invoices.markPaid(id);
    }

    @POST
    @Path("{id}/void")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take an open invoice back; its number stays (superuser)")
    public InvoiceView takeBack(@PathParam("id") UUID id) {
        return invoices.takeBack(id);
    }
}
