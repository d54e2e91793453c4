package io.nocode.studio.components;

import io.nocode.shared.problem.CommonProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where components lie on one page: who holds whom, in which slot and order. */
final class Placement {
    /** The slots of a page itself; the first is where components go if nobody says where. */
    private static final List<String> PAGE_SLOTS = List.of("main", "header", "sidebar", "footer");
    /** Keeps trees within the nesting that JSON may have here. */
    static final int MOST_DEEP = 20;

    private final List<Component> all;

    Placement(List<Component> all) {
        this.all = all;
    }

    /**
     * Puts a component somewhere, and numbers its old and new neighbours.
     *
     * @param parentId null for the page itself
     * @param slot null for the first one
     * @param order null for the last place
     */
    void put(Component component, @Nullable UUID parentId, @Nullable String slot, @Nullable Integer order) {
        Component parent = parentId == null ? null : find(parentId);
        if (parent != null && subtree(component).contains(parent.id())) {
            throw ComponentProblem.MOVE_INTO_ITSELF.at("parent", "field.within_itself");
        }
        if (depth(parent) + height(component) > MOST_DEEP) {
            throw ComponentProblem.TOO_DEEP.because(MOST_DEEP);
        }
        String where = slot(parent, slot);
        List<Component> left = neighbours(component.parentId(), component.slot());
        left.remove(component);
        number(left);
        List<Component> joined = neighbours(parentId, where);
        joined.remove(component);
        int place = order == null ? joined.size() : Math.min(order, joined.size());
        component.lie(parentId, where, place);
        joined.add(place, component);
        number(joined);
    }

    /** A component with all that it holds, those that hold before those that are held. */
    List<Component> whole(Component component) {
        List<Component> found = new ArrayList<>();
        found.add(component);
        for (int i = 0; i < found.size(); i++) {
            UUID holder = found.get(i).id();
            all.stream().filter(each -> holder.equals(each.parentId())).forEach(found::add);
        }
        return found;
    }

    /** Closes the gap that a component leaves. */
    void close(Component gone) {
        List<Component> left = neighbours(gone.parentId(), gone.slot());
        left.remove(gone);
        number(left);
    }

    private Component find(UUID id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private static String slot(@Nullable Component parent, @Nullable String asked) {
        if (parent == null) {
            String slot = asked == null ? PAGE_SLOTS.get(0) : asked;
            if (!PAGE_SLOTS.contains(slot)) {
                throw CommonProblem.INVALID.at("slot", "field.must_be.one_of", String.join(", ", PAGE_SLOTS));
            }
            return slot;
        }
        ComponentType type = ComponentTypes.named(parent.type()).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (type.slots().isEmpty()) {
            throw CommonProblem.INVALID.at("parent", "field.parent.holds_nothing", type.name());
        }
        String slot = asked == null ? type.firstSlot(parent.config()) : asked;
        if (!type.hasSlot(slot)) {
            throw CommonProblem.INVALID.at("slot", "field.must_be.one_of", String.join(", ", type.slots()));
        }
        return slot;
    }

    /** Whether there is such a slot; without a parent, on a page itself. */
    static boolean fits(@Nullable ComponentType parent, String slot) {
        return parent == null ? PAGE_SLOTS.contains(slot) : parent.hasSlot(slot);
    }

    private List<Component> neighbours(@Nullable UUID parent, String slot) {
        List<Component> neighbours = new ArrayList<>(all.stream()
                .filter(each ->
                        Objects.equals(each.parentId(), parent) && each.slot().equals(slot))
                .toList());
        neighbours.sort(Comparator.comparingInt(Component::place).thenComparing(Component::id));
        return neighbours;
    }

    private static void number(List<Component> neighbours) {
        for (int i = 0; i < neighbours.size(); i++) {
            Component each = neighbours.get(i);
            if (each.place() != i) {
                each.lie(each.parentId(), each.slot(), i);
            }
        }
    }

    private Set<UUID> subtree(Component component) {
        Set<UUID> ids = new HashSet<>();
        whole(component).forEach(each -> ids.add(each.id()));
        return ids;
    }

    private int depth(@Nullable Component component) {
        int depth = 0;
        for (Component each = component; each != null; depth++) {
            UUID parent = each.parentId();
            each = parent == null ? null : find(parent);
        }
        return depth;
    }

    private int height(Component component) {
        int deepest = 0;
        for (Component each : all) {
            if (component.id().equals(each.parentId())) {
                deepest = Math.max(deepest, height(each));
            }
        }
        return deepest + 1;
    }
}
