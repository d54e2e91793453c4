package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.components.ComponentStates;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes the caller's own changes back, and does them again; what others have changed since stays theirs. */
@ApplicationScoped
@Transactional
public class Undoing {
    @Inject
    private Changes changes;

    @Inject
    private ComponentStates states;

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Drafts drafts;

    @Inject
    private Database database;

    public Undone undo(UUID project) {
        lock(project);
        Changes.Kept change = changes.lastDone(project).orElseThrow(EditorProblem.NOTHING_TO_UNDO::because);
        bring(project, change, "after", "before");
        changes.mark(change, true);
        return undone(project, change, "undo");
    }

    public Undone redo(UUID project) {
        lock(project);
        Changes.Kept change = changes.firstUndone(project).orElseThrow(EditorProblem.NOTHING_TO_REDO::because);
        bring(project, change, "before", "after");
        changes.mark(change, false);
        return undone(project, change, "redo");
    }

    /** Who changed what, the newest first. */
    public Page<HistoryEntry> history(UUID project, PageRequest asked) {
        directory.require(project, Action.STUDIO_SEE);
        long count = database.first(
                        Sql.of("select count(*) as n from editor_change where project_id = ?", project),
                        row -> row.number("n"))
                .orElse(0L);
        return Page.of(
                asked,
                count,
                database.list(
                        Sql.of(
                                "select e.id, e.user_id, e.kind, jsonb_array_length(e.entries) as components, e.revision,"
                                        + " e.state, e.created_at, btrim(concat_ws(' ', u.first_name, u.last_name)) as name"
                                        + " from editor_change e join user_account u on u.id = e.user_id"
                                        + " where e.project_id = ? order by e.id desc limit ? offset ?",
                                project,
                                asked.size(),
                                asked.offset()),
                        row -> new HistoryEntry(
                                row.uuid("id"),
                                row.uuid("user_id"),
                                row.text("name"),
                                row.text("kind"),
                                (int) row.number("components"),
                                row.number("revision"),
                                row.text("state").toLowerCase(Locale.ROOT),
                                row.instant("created_at"))));
    }

    private void lock(UUID project) {
        directory.require(project, Action.STUDIO_EDIT);
        drafts.lock(project);
    }

    private Undone undone(UUID project, Changes.Kept change, String kind) {
        long revision = drafts.revise(project);
        drafts.explain(project, revision, kind, kind.equals("undo") ? reversed(change.entries()) : change.entries());
        List<UUID> components = new ArrayList<>();
        change.entries()
                .forEach(
                        entry -> components.add(UUID.fromString(entry.path("id").asText())));
        return new Undone(
                change.id(),
                revision,
                components,
                changes.lastDone(project).isPresent(),
                changes.firstUndone(project).isPresent());
    }

    private static ArrayNode reversed(ArrayNode entries) {
        ArrayNode reversed = Json.array();
        for (JsonNode entry : entries) {
            ObjectNode other = reversed.addObject();
            other.set("id", entry.get("id"));
            other.set("before", entry.get("after"));
            other.set("after", entry.get("before"));
        }
        return reversed;
    }

    /** Brings the components of a change from how they are to how they were. */
    private void bring(UUID project, Changes.Kept change, String is, String was) {
        Map<String, JsonNode> now = states.of(project);
        Map<String, ObjectNode> wanted = new LinkedHashMap<>();
        Set<String> unwanted = new HashSet<>();
        for (JsonNode entry : change.entries()) {
            String id = entry.path("id").asText();
            if (!alike(now.get(id), entry.get(is))) {
                throw EditorProblem.CHANGED_BY_OTHERS.because();
            }
            if (entry.get(was) instanceof ObjectNode state) {
                wanted.put(id, state);
            } else {
                unwanted.add(id);
            }
        }
        requireHolders(now, wanted, unwanted);
        // What was put into something new comes out before that goes.
        states.put(project, wanted, now.keySet());
        states.remove(project, unwanted);
    }

    /** Nothing is brought back into what is gone, and nothing of others' goes with what is taken away. */
    private static void requireHolders(
            Map<String, JsonNode> now, Map<String, ObjectNode> wanted, Set<String> unwanted) {
        for (ObjectNode state : wanted.values()) {
            String parent = state.path("parent_id").asText("");
            boolean there = parent.isEmpty()
                    || parent.equals("null")
                    || wanted.containsKey(parent)
                    || (now.containsKey(parent) && !unwanted.contains(parent));
            if (!there) {
                throw EditorProblem.CHANGED_BY_OTHERS.because();
            }
        }
        now.forEach((id, state) -> {
            if (unwanted.contains(state.path("parent_id").asText())
                    && !unwanted.contains(id)
                    && !wanted.containsKey(id)) {
                throw EditorProblem.CHANGED_BY_OTHERS.because();
            }
        });
    }

    /** The same but for the place among neighbours, which others may have moved. */
    private static boolean alike(@org.jspecify.annotations.Nullable JsonNode one, JsonNode other) {
        if (one == null || other.isNull()) {
            return one == null && other.isNull();
        }
        ObjectNode left = one.deepCopy();
        ObjectNode right = other.deepCopy();
        left.remove("place");
        right.remove("place");
        return left.equals(right);
    }
}
