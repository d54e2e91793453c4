package io.nocode.insights.exports;

import io.nocode.shared.files.Download;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The file of an export. */
@ApplicationScoped
@Path("v1/insights/export/{id}/download")
@SignedIn
@Tag(name = "insights")
public class DownloadResource {
    @Inject
    private Exports exports;

    @Inject
    private Pieces pieces;

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download the file", description = "Whole, or one range of bytes.")
    @APIResponse(responseCode = "410", description = "The file has expired")
    @APIResponse(responseCode = "416", description = "The file does not have the bytes that Range names")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "A range of the file.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        ExportFile file = exports.downloadable(id);
        return new Download(
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        "attachment; filename=\"" + file.filename() + "\"")
                .answer(request, range, ifRange, (part, out) -> pieces.send(id, part, out));
    }
}
