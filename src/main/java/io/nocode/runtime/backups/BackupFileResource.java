package io.nocode.runtime.backups;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The file of a backup. */
@ApplicationScoped
@Path("v1/runtime/projects/{id}/backups/{backup}/download")
@SignedIn
@Tag(name = "runtime")
public class BackupFileResource {
    @Inject
    private EnvironmentBackups backups;

    /** The forms in which the file is sent. */
    public enum Format {
        @JsonProperty("sql")
        SQL,
        @JsonProperty("gzip")
        GZIP
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download a backup",
            description = "A script of SQL that makes a PostgreSQL schema with tables and rows: `psql -f` takes it, in"
                    + " any database in which there is no schema of that name yet.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID project,
            @PathParam("backup") UUID backup,
            @QueryParam("format")
                    @Parameter(
                            description = "Plain where absent, or packed by gzip.",
                            schema = @Schema(implementation = Format.class))
                    @Nullable
                    String format) {
        boolean packed = PageQuery.choice("format", format, Format.class) == Format.GZIP;
        InputStream file = backups.file(project, backup);
        StreamingOutput body = out -> {
            try (InputStream in = packed ? file : new GZIPInputStream(file, 64 * 1024)) {
                in.transferTo(out);
            }
        };
        return Response.ok(body)
                .type(packed ? "application/gzip" : "application/sql")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"backup-" + backup + (packed ? ".sql.gz\"" : ".sql\""))
                .build();
    }
}
