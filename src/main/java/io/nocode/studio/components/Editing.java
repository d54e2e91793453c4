package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a page's components can undergo, for single requests and for batches. The caller holds the project's
 * lock and has asked whether this may be done.
 */
@ApplicationScoped
public class Editing {
    private static final int STYLE_NESTED = 4;

    @Inject
    private ComponentRepository repository;

    @Inject
    private Clock clock;

    public Component add(CreateComponent asked) {
        ComponentType type = ComponentTypes.named(asked.componentType())
                .orElseThrow(() -> CommonProblem.INVALID.at("component_type", "field.component_type"));
        Component component = new Component(Ids.next(), asked.page(), type, clock.instant());
        ObjectNode config = object(asked.config(), "config");
        component.configure(
                config == null ? null : type.defaults().deepCopy().setAll(config), object(asked.style(), "style"));
        check(type, component.config(), asked.style());
        component.visibleIf(asked.visibleIf());
        if (asked.position() != null) {
            component.positioned(asked.position());
        }
        List<Component> all = new ArrayList<>(repository.of(asked.page()));
        new Placement(all).put(component, asked.parent(), asked.slot(), asked.order());
        repository.add(component);
        return component;
    }

    /** Puts a component elsewhere on its page. */
    public void move(Component component, @Nullable UUID parent, @Nullable String slot, @Nullable Integer order) {
        new Placement(repository.of(component.pageId())).put(component, parent, slot, order);
        component.touch(clock.instant());
    }

    public void position(Component component, Position position) {
        component.positioned(position);
        component.touch(clock.instant());
    }

    /** Takes over a whole config or style; null leaves what is there. */
    public void configure(Component component, @Nullable JsonNode config, @Nullable JsonNode style) {
        ComponentType type = ComponentTypes.named(component.type())
                .orElseThrow(() -> CommonProblem.INVALID.at("component_type", "field.component_type"));
        ObjectNode wanted = object(config, "config");
        check(type, wanted == null ? component.config() : wanted, style);
        component.configure(wanted, object(style, "style"));
        component.touch(clock.instant());
    }

    public void show(Component component, @Nullable String condition) {
        component.visibleIf(condition);
        component.touch(clock.instant());
    }

    /** Removes a component with all that it holds. */
    public void remove(Component component) {
        Placement placement = new Placement(repository.of(component.pageId()));
        placement.close(component);
        repository.remove(placement.whole(component));
    }

    private static void check(ComponentType type, JsonNode config, @Nullable JsonNode style) {
        Faults faults = new Faults();
        ConfigCheck.check(type, config, "config", faults);
        if (style != null && ConfigCheck.isDeeper(style, STYLE_NESTED)) {
            faults.add("style", "field.too_deep", STYLE_NESTED);
        }
        faults.throwIfAny();
    }

    private static @Nullable ObjectNode object(@Nullable JsonNode node, String name) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!(node instanceof ObjectNode object)) {
            throw CommonProblem.INVALID.at(name, "field.must_be_object");
        }
        return object;
    }
}
