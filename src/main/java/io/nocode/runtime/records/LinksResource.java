package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.runtime.query.Parameters;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.AnyParameter;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a row is linked to by a relation of many to many, named from either of its ends. */
@ApplicationScoped
@Path("v1/runtime/projects/{project}/tables/{table}/{id}/links/{relation}")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Tag(name = "Rows")
public class LinksResource {
    /** How many links are new. */
    @Schema(name = "RowsLinked")
    public record Linked(@Schema(example = "2") long linked) {}

    /** How many links are gone. */
    @Schema(name = "RowsUnlinked")
    public record Unlinked(@Schema(example = "2") long unlinked) {}

    @Inject
    private OpenTables tables;

    @Inject
    private RowLinks links;

    @GET
    @Anyone
    @AnyParameter
    @Operation(
            summary = "List the rows that a row is linked to",
            description = "Takes every parameter of the list of rows, for the table at the other end.")
    @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @APIResponseSchema(value = RowPage.class, responseCode = "200", responseDescription = "A page of linked rows.")
    public Response list(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("relation") String relation,
            @QueryParam("environment") @Nullable String environment,
            @HeaderParam("X-Environment") @Nullable String header) {
        Parameters parameters = Parameters.parse(RequestContext.get().query());
        byte[] page = tables.with(
                project,
                environment == null ? header : environment,
                table,
                Action.ROWS_READ,
                open -> links.list(open, id, relation, parameters, RequestContext::urlWith));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Anyone
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Link a row to others",
            description =
                    "At most 10,000 at once; those that are linked already stay so. Links belong to the row: it has"
                            + " a new version where they change.")
    @APIResponseSchema(value = Linked.class, responseCode = "200", responseDescription = "How many links are new.")
    public Response link(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("relation") String relation,
            @BeanParam AskedTable asked,
            LinkIds body) {
        boolean trial = asked.isDryRun();
        long linked = tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_UPDATE,
                open -> links.link(open.tried(trial), id, relation, body.ids(), ifMatch()));
        return asked.marked(Response.ok(new Linked(linked))).build();
    }

    @DELETE
    @Anyone
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take links of a row away",
            description = "Those to the ids of the body or, separated by commas, of the parameter. Ids that are not"
                    + " linked do not matter.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = LinkIds.class)))
    @APIResponseSchema(value = Unlinked.class, responseCode = "200", responseDescription = "How many links are gone.")
    public Response unlink(
            @PathParam("project") UUID project,
            @PathParam("table") String table,
            @PathParam("id") UUID id,
            @PathParam("relation") String relation,
            @QueryParam("ids") @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable String ids,
            @BeanParam AskedTable asked,
            JsonNode body) {
        if (ids != null && !body.isMissingNode()) {
            throw CommonProblem.INVALID.at("ids", "field.once");
        }
        List<UUID> wanted =
                body.isMissingNode() ? read(ids) : Body.as(body, LinkIds.class).ids();
        boolean trial = asked.isDryRun();
        long unlinked = tables.with(
                project,
                asked.environment(),
                table,
                Action.ROWS_UPDATE,
                open -> links.unlink(open.tried(trial), id, relation, wanted, ifMatch()));
        return asked.marked(Response.ok(new Unlinked(unlinked))).build();
    }

    private static @Nullable List<UUID> read(@Nullable String ids) {
        return ids == null
                ? null
                : Arrays.stream(ids.split(",", -1))
                        .map(text -> PageQuery.id("ids", text.strip()))
                        .toList();
    }

    private static @Nullable String ifMatch() {
        return RequestContext.get().ifMatch();
    }
}
