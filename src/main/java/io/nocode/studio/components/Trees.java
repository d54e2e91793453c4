package io.nocode.studio.components;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The components of a page as trees. */
public final class Trees {
    private Trees() {}

    /** What lies on the page itself, in order, each with what it holds. */
    public static List<ComponentView> of(List<ComponentView> all) {
        Map<@Nullable UUID, List<ComponentView>> held = new HashMap<>();
        all.stream()
                .sorted(Comparator.comparing(ComponentView::slot).thenComparingInt(ComponentView::order))
                .forEach(each -> held.computeIfAbsent(each.parent(), parent -> new ArrayList<>())
                        .add(each));
        return below(null, held);
    }

    private static List<ComponentView> below(@Nullable UUID parent, Map<@Nullable UUID, List<ComponentView>> held) {
        return held.getOrDefault(parent, List.of()).stream()
                .map(each -> each.with(below(each.id(), held)))
                .toList();
    }
}
