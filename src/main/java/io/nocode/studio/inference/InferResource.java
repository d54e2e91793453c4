package io.nocode.studio.inference;

import io.nocode.shared.security.SignedIn;
import io.nocode.studio.tables.TableSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code schemas/infer/}. */
@ApplicationScoped
@Path("v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class InferResource {
    @POST
    @Path("schemas/infer")
    @Consumes({MediaType.MULTIPART_FORM_DATA, "text/csv", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Propose a table for the data of a CSV or JSON file",
            description = "The file is the part `file` of a form, or the body itself. Nothing is stored.")
    public Inference infer(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.OBJECT,
                                                        properties =
                                                                @SchemaProperty(
                                                                        name = "file",
                                                                        type = SchemaType.STRING,
                                                                        format = "binary"))),
                                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class))
                            })
                    InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        FormFile file = contentType != null
                        && contentType.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")
                ? FormFile.of(contentType, bytes)
                : new FormFile("", bytes);
        return Reader.read(file.name(), file.content(), TableSets.MAX_FIELDS);
    }
}
