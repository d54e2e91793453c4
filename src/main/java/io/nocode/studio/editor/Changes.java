package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.components.ComponentStates;
import io.nocode.studio.projects.Drafts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps what is changed in the editor, by whom, and how it was. The caller holds the project's lock. */
@ApplicationScoped
class Changes {
    /** How many of one's own changes of a project can be undone. */
    private static final int MOST = 200;

    @Inject
    private Database database;

    @Inject
    private ComponentStates states;

    @Inject
    private Drafts drafts;

    @Inject
    private Clock clock;

    /** A change of the caller's that can be undone, or redone. */
    record Kept(UUID id, ArrayNode entries) {}

    /** Does something, and keeps what it has changed. */
    <T> T recorded(UUID project, String kind, Supplier<T> work, java.util.function.ToLongFunction<T> revision) {
        Map<String, JsonNode> before = states.of(project);
        T done = work.get();
        ArrayNode entries = entries(before, states.of(project));
        if (!entries.isEmpty()) {
            add(project, kind, entries, revision.applyAsLong(done));
            drafts.explain(project, revision.applyAsLong(done), kind, entries);
        }
        return done;
    }

    private static ArrayNode entries(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        ArrayNode entries = Json.array();
        for (String id : ids) {
            if (!Objects.equals(before.get(id), after.get(id))) {
                ObjectNode entry = entries.addObject().put("id", id);
                entry.set("before", before.get(id));
                entry.set("after", after.get(id));
            }
        }
        return entries;
    }

    private void add(UUID project, String kind, ArrayNode entries, long revision) {
        UUID user = CurrentUser.id();
        database.update(Sql.of(
                "update editor_change set state = 'DISCARDED' where project_id = ? and user_id = ? and state = 'UNDONE'",
                project,
                user));
        database.update(Sql.of(
                "insert into editor_change (id, project_id, user_id, kind, revision, entries, state, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'DONE', ?)",
                Ids.next(),
                project,
                user,
                kind,
                revision,
                entries,
                clock.instant()));
        database.update(Sql.of(
                "delete from editor_change where id in (select id from editor_change where project_id = ? and user_id = ?"
                        + " order by id desc offset " + MOST + ")",
                project,
                user));
    }

    /** The caller's last change that is done. */
    Optional<Kept> lastDone(UUID project) {
        return kept(project, "DONE", "desc");
    }

    /** The caller's first change that is undone. */
    Optional<Kept> firstUndone(UUID project) {
        return kept(project, "UNDONE", "asc");
    }

    private Optional<Kept> kept(UUID project, String state, String order) {
        return database.first(
                Sql.of(
                        "select id, entries from editor_change where project_id = ? and user_id = ? and state = ?"
                                + " order by id " + order + " limit 1",
                        project,
                        CurrentUser.id(),
                        state),
                row -> new Kept(row.uuid("id"), (ArrayNode) row.json("entries")));
    }

    void mark(Kept change, boolean undone) {
        database.update(
                Sql.of("update editor_change set state = ? where id = ?", undone ? "UNDONE" : "DONE", change.id()));
    }
}
