package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has come, changed and gone of one sort of thing. */
@Schema(name = "ProjectChanges")
public record Changes(List<Change> added, List<Change> changed, List<Change> removed) {
    /**
     * One thing.
     *
     * @param name as people know it: {@code clients}, {@code clients.email}, {@code /clients}, {@code /clients DataTable}
     * @param properties for a change, the properties that differ
     */
    @Schema(name = "ProjectChange")
    public record Change(String name, List<String> properties) {}

    /** A thing with its name and its properties. */
    record Thing(String name, JsonNode properties) {}

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Compares things that are the same where their keys are. */
    static Changes between(Map<String, Thing> before, Map<String, Thing> after) {
        List<Change> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<Change> removed = new ArrayList<>();
        after.forEach((key, is) -> {
            Thing was = before.get(key);
            if (was == null) {
                added.add(new Change(is.name(), List.of()));
            } else {
                Set<String> differ = differing(was, is);
                if (!differ.isEmpty()) {
                    changed.add(new Change(is.name(), List.copyOf(differ)));
                }
            }
        });
        before.forEach((key, was) -> {
            if (!after.containsKey(key)) {
                removed.add(new Change(was.name(), List.of()));
            }
        });
        return new Changes(added, changed, removed);
    }

    private static Set<String> differing(Thing was, Thing is) {
        Set<String> names = new TreeSet<>();
        was.properties().fieldNames().forEachRemaining(names::add);
        is.properties().fieldNames().forEachRemaining(names::add);
        names.removeIf(
                name -> was.properties().path(name).equals(is.properties().path(name)));
        return names;
    }
}
