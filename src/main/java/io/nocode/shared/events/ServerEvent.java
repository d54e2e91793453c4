package io.nocode.shared.events;

import io.nocode.shared.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One event as it goes to a listener.
 *
 * @param id where a listener that comes back goes on; null for what has no place in the order
 * @param name its kind
 * @param data JSON on one line
 */
public record ServerEvent(@Nullable String id, String name, String data) {
    /**
     * An event.
     *
     * @param data anything that is written as JSON
     */
    public static ServerEvent of(@Nullable String id, String name, Object data) {
        return new ServerEvent(id, name, Json.text(data));
    }

    /** The event in the form of {@code text/event-stream}. */
    public byte[] frame() {
        return ((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
