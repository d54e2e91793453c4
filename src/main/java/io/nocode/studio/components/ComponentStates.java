package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The components of a project as plain states, to be compared and brought back. The caller holds the lock. */
@ApplicationScoped
public class ComponentStates {
    private static final String OF_PROJECT = " from component c join page p on p.id = c.page_id where p.project_id = ?";

    @Inject
    private Database database;

    @Inject
    private ComponentRepository components;

    /** Every component by its id. */
    public Map<String, JsonNode> of(UUID project) {
        components.flush();
        Map<String, JsonNode> states = new LinkedHashMap<>();
        database.list(
                Sql.of(
                        "select c.id, to_jsonb(c) - 'id' - 'created_at' - 'updated_at' as state" + OF_PROJECT
                                + " order by c.id",
                        project),
                row -> states.put(row.text("id"), row.json("state")));
        return states;
    }

    /** Puts components where they were, and numbers those beside them. */
    public void put(UUID project, Map<String, ObjectNode> wanted, Set<String> present) {
        Map<String, ObjectNode> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeAll(present);
        while (!missing.isEmpty()) {
            // Those that hold come before those that are held.
            Map<String, ObjectNode> now = new LinkedHashMap<>(missing);
            now.values()
                    .removeIf(
                            state -> missing.containsKey(state.path("parent_id").asText()));
            if (now.isEmpty()) {
                throw new IllegalStateException("Components that lie in each other.");
            }
            now.forEach(this::insert);
            missing.keySet().removeAll(now.keySet());
        }
        wanted.forEach((id, state) -> {
            if (present.contains(id)) {
                update(id, state);
            }
        });
        number(project);
    }

    /** Takes components away, with what they hold. */
    public void remove(UUID project, Set<String> ids) {
        ids.forEach(id -> database.update(Sql.of("delete from component where id = ?", UUID.fromString(id))));
        number(project);
    }

    private void update(String id, ObjectNode state) {
        database.update(Sql.of(
                "update component c set page_id = s.page_id, parent_id = s.parent_id, slot = s.slot, place = s.place,"
                        + " position = s.position, config = s.config, style = s.style, visible_if = s.visible_if,"
                        + " updated_at = now() from jsonb_populate_record(null::component, ?) s where c.id = ?",
                state,
                UUID.fromString(id)));
    }

    private void insert(String id, ObjectNode state) {
        database.update(Sql.of(
                "insert into component (id, page_id, parent_id, slot, place, component_type, position, config, style,"
                        + " visible_if, created_at, updated_at) select ?, s.page_id, s.parent_id, s.slot, s.place,"
                        + " s.component_type, s.position, s.config, s.style, s.visible_if, now(), now()"
                        + " from jsonb_populate_record(null::component, ?) s",
                UUID.fromString(id),
                state));
    }

    private void number(UUID project) {
        database.update(Sql.of(
                "update component c set place = n.place from (select c.id, (row_number() over (partition by c.page_id,"
                        + " c.parent_id, c.slot order by c.place, c.id) - 1)::int as place" + OF_PROJECT
                        + ") n where n.id = c.id and n.place <> c.place",
                project));
    }
}
