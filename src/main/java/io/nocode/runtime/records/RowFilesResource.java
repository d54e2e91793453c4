package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.files.ContentType;
import io.nocode.shared.files.Download;
import io.nocode.shared.files.FileName;
import io.nocode.shared.json.Json;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files of a row: {@code {id}/files/{field}/}. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/{id}/files/{field}")
@Tag(name = "Rows")
public class RowFilesResource {
    private static final String ENVIRONMENT = "environment";
    private static final String X_ENVIRONMENT = "X-Environment";

    @Inject
    private OpenTables tables;

    @Inject
    private RowFiles files;

    @Inject
    private RowUploads uploads;

    @POST
    @Anyone
    // Whatever comes: who may not upload learns that before what an upload looks like.
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    @Operation(
            summary = "Upload a file to a row",
            description = "The part `file` of a form; several of them where the field holds several, all or none of"
                    + " which are taken, and the answer is a list then. A field of one file has the new one"
                    + " afterwards. The type is told by the content; the name is for people only.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponse(
            responseCode = "201",
            description = "The file, or the list of files.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {RowFileView.class, RowFileView[].class})))
    @APIResponse(responseCode = "413", description = "A file is larger than the field takes.")
    @APIResponse(responseCode = "415", description = "The body is no form.")
    public Response upload(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("field") String field,
            @BeanParam AskedTable asked,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body)
            throws IOException {
        RowUploads.Aim aim = new RowUploads.Aim(project, asked.environment(), table, id, field, asked.isDryRun());
        List<JsonNode> taken = uploads.take(aim, contentType, body);
        String url = RequestContext.url(taken.get(0).path("url").asText());
        return asked.marked(Response.created(URI.create(url)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.bytes(taken.size() == 1 ? taken.get(0) : taken))
                .build();
    }

    @GET
    @Path("{file_id}")
    @Anyone
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download a file of a row",
            description =
                    "Whole, or one range of bytes. Pictures may be shown in their place, everything else is saved.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "A range of the file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The file is still as `If-None-Match` has it.")
    @APIResponse(responseCode = "416", description = "The file does not have the bytes that Range names.")
    public Response download(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("field") String field,
            @PathParam("file_id") UUID fileId,
            @QueryParam(ENVIRONMENT) @Nullable String environment,
            @HeaderParam(X_ENVIRONMENT) @Nullable String header,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request) {
        RowFile file = tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> files.find(open, id, field, fileId));
        return new Download(
                        file.contentType(),
                        file.stored().size(),
                        file.stored().sha256(),
                        FileName.disposition(ContentType.isShown(file.contentType()), file.name()))
                .answer(request, range, ifRange, (part, out) -> files.send(file, part, out));
    }

    @DELETE
    @Path("{file_id}")
    @Anyone
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    @Operation(summary = "Delete a file of a row")
    @APIResponse(responseCode = "204", description = "The file is deleted.")
    public Response delete(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("field") String field,
            @PathParam("file_id") UUID fileId,
            @BeanParam AskedTable asked) {
        boolean trial = asked.isDryRun();
        try {
            tables.with(project, asked.environment(), table, Action.ROWS_UPDATE, open -> {
                files.remove(open.tried(trial), id, field, fileId);
                return open;
            });
        } catch (RowFiles.Tried tried) {
            return asked.marked(Response.noContent()).build();
        }
        return Response.noContent().build();
    }
}
