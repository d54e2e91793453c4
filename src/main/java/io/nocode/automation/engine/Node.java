package io.nocode.automation.engine;

import java.util.UUID;

/** A node as the engine sees it. */
public record Node(UUID id, String name, String type, OnError onError) {
    /** The type of the node where every execution begins. */
    public static final String TRIGGER = "trigger";

    boolean isTrigger() {
        return type.equals(TRIGGER);
    }
}
