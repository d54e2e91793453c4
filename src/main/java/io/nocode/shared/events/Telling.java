package io.nocode.shared.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of which each listener is told by itself, of what is stored. */
public interface Telling extends Listening {
    /**
     * What has happened after an event, the oldest first, and not all at once: whoever answers with something is asked
     * again.
     *
     * @param last the id of the last event that the listener has; null where it has none
     * @throws io.nocode.shared.problem.Problem why there can be no more; the stream ends with it
     */
    List<ServerEvent> after(@Nullable String last);

    /** Whether there can be nothing more once {@link #after} has answered with nothing: the stream ends then. */
    default boolean isOver() {
        return false;
    }

    @Override
    default void work(EventStream stream) {
        while (stream.hasRoom()) {
            List<ServerEvent> events = after(stream.last());
            events.forEach(stream::send);
            if (events.isEmpty()) {
                if (isOver()) {
                    stream.end();
                }
                return;
            }
        }
    }
}
