package io.nocode.shared.events;

import java.util.Set;

/**
 * What stands behind one listener's stream. All but {@link #closed} is called in the background as the listener and
 * within its request, one call at a time, and may ask the database.
 */
public interface Listening {
    /**
     * Goes on only if the listener still may. Asked within a second of whatever may have changed it, and every few
     * seconds.
     *
     * @throws io.nocode.shared.problem.Problem why not; the stream ends with it
     */
    void authorise();

    /** Sends what there is to send, as far as there is room. Called at the start, when woken, and when there is room again. */
    void work(EventStream stream);

    /** What wakes it: a signal with one of these words in its payload, such as the id of a project. */
    Set<String> words();

    /** How many seconds may pass with nothing sent: so long it takes to find out that the listener has gone. */
    default int beat() {
        return 15;
    }

    /** The listener is gone, or this node stops. Called once. */
    default void closed() {}
}
