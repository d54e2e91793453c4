package io.nocode.insights.activities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place of an event in the order of events: its time, and its id among those of one time. */
public record EventKey(Instant trackedAt, UUID id) {
    public static EventKey of(ActivityView event) {
        return new EventKey(event.trackedAt(), event.id());
    }

    /** The key as text that clients and jobs carry about. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((trackedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a text; empty where the text is none of ours. */
    public static Optional<EventKey> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length == 2
                    ? Optional.of(new EventKey(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }
}
