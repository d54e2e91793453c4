package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trigger's configuration may be, and what follows from it: one CDI bean a trigger type. */
public interface TriggerKind {
    TriggerType type();

    /** Blames what is wrong with a configuration. */
    void check(JsonNode config, String path, Faults faults);

    /** Blames what still lacks before the workflow can be activated. */
    default void checkComplete(JsonNode config, String path, Faults faults) {
        check(config, path, faults);
    }

    /** When it fires by itself after a time, soonest first; empty where it never does. */
    default List<Instant> next(JsonNode config, Instant after, int most) {
        return List.of();
    }

    /** The configuration as clients may see it. */
    default JsonNode shown(JsonNode config) {
        return config;
    }

    /** The configuration to store, where a client sent this one. */
    default JsonNode stored(JsonNode config, @Nullable JsonNode before) {
        return config;
    }

    /** Whether an address of its own is given to the workflow. */
    default boolean hasAddress() {
        return false;
    }
}
