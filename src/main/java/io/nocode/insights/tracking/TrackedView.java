package io.nocode.insights.tracking;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that is kept.
 *
 * @param processed whether it can be seen in activities and exports already
 */
public record TrackedView(UUID id, EventType eventType, String eventName, Instant trackedAt, boolean processed) {
    static TrackedView of(TrackedEvent event) {
        return new TrackedView(event.id(), event.eventType(), event.eventName(), event.trackedAt(), true);
    }
}
