package io.nocode.studio.editor;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code editor/}. */
@ApplicationScoped
@Path("v1/studio/editor")
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public class EditorResource {
    @Inject
    private Editor editor;

    @Inject
    private Undoing undoing;

    @GET
    @Path("state")
    @Operation(summary = "Show a whole draft: pages with their components, tables, revision")
    public EditorState state(@QueryParam("project_id") @Nullable String project) {
        UUID id = PageQuery.id("project_id", project);
        if (id == null) {
            throw CommonProblem.INVALID.at("project_id", "field.required");
        }
        return editor.state(id);
    }

    @POST
    @Path("add_component")
    @Operation(summary = "Add a component; where there is no home page it is made")
    @APIResponseSchema(value = ComponentAdded.class, responseCode = "201", responseDescription = "Where it is")
    public Response add(AddComponent asked) {
        ComponentAdded added = editor.add(asked);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/studio/components/" + added.componentId() + "/")))
                .entity(added)
                .build();
    }

    @PUT
    @Path("move_component")
    @Operation(summary = "Move a component on the grid or within the tree")
    public ComponentChanged move(MoveComponent asked) {
        return editor.move(asked);
    }

    @PUT
    @Path("update_component")
    @Operation(summary = "Give a component another config or style")
    public ComponentChanged update(UpdateComponent asked) {
        return editor.update(asked);
    }

    @DELETE
    @Path("remove_component")
    @Operation(summary = "Remove a component with all that it holds; the header X-Revision tells the draft's revision")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(RemoveComponent asked) {
        return Response.noContent().header("X-Revision", editor.remove(asked)).build();
    }

    @POST
    @Path("undo")
    @Operation(summary = "Take the caller's last change back; 409 where others have changed the same since")
    public Undone undo(UndoRequest asked) {
        return undoing.undo(asked.projectId());
    }

    @POST
    @Path("redo")
    @Operation(summary = "Do again what the caller has undone last")
    public Undone redo(UndoRequest asked) {
        return undoing.redo(asked.projectId());
    }

    @GET
    @Path("history")
    @Operation(summary = "List who changed what in the editor, the newest first")
    public Page<HistoryEntry> history(@QueryParam("project_id") @Nullable String project, @BeanParam PageQuery query) {
        UUID id = PageQuery.id("project_id", project);
        if (id == null) {
            throw CommonProblem.INVALID.at("project_id", "field.required");
        }
        return undoing.history(id, query.request());
    }

    @POST
    @Path("batch")
    @Operation(summary = "Do several changes together or none")
    public BatchDone batch(Batch asked) {
        return editor.batch(asked);
    }
}
