package io.nocode.shared.signal;

/**
 * Something that happened on some node, told to every node (this one too) once the transaction that caused it has
 * committed. Sent as a CDI event; observers drop what they have cached.
 *
 * @param topic what kind of thing, such as {@code membership}
 * @param payload which one; at most 7,000 bytes
 */
public record Signal(String topic, String payload) {
    /** The topic of the signal that says: messages may have been missed, drop everything. */
    public static final String RESET = "reset";

    /** Whether this concerns a cache of that topic. */
    public boolean concerns(String wanted) {
        return topic.equals(wanted) || topic.equals(RESET);
    }
}
