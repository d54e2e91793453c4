package io.nocode.runtime.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has followed the changes of a table: everything of the transactions that had ended at one moment,
 * and, on the way to a later moment, some of what those wrote that ended in between. Changes come in the order in which
 * their transactions ended, moment by moment, and within a moment in the order in which they were written; that order
 * is right for each row, since who writes a row second waits for who wrote it first to end.
 *
 * @param stream the recording that it is a place in
 * @param to the moment on the way; null at a moment
 * @param seq the last change on the way
 */
public record Place(long stream, Snapshot from, @Nullable Snapshot to, long seq) {
    private static final int RADIX = 36;

    /** Everything until a moment. */
    public static Place at(long stream, Snapshot moment) {
        return new Place(stream, moment, null, 0);
    }

    /** The same moment, on the way to another, behind a change. */
    public Place behind(Snapshot moment, long change) {
        return new Place(stream, from, moment, change);
    }

    /** The place that an event's id names; empty where it names none. */
    public static Optional<Place> of(@Nullable String id) {
        String[] parts = id == null ? new String[0] : id.split("\\.", -1);
        if (parts.length != 2 && parts.length != 4) {
            return Optional.empty();
        }
        try {
            long stream = Long.parseLong(parts[0], RADIX);
            Optional<Snapshot> from = Snapshot.decoded(parts[1]);
            if (parts.length == 2) {
                return from.map(moment -> at(stream, moment));
            }
            long seq = Long.parseLong(parts[3], RADIX);
            return from.flatMap(moment -> Snapshot.decoded(parts[2]).map(next -> new Place(stream, moment, next, seq)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** As an event's id. */
    public String id() {
        String moment = Long.toString(stream, RADIX) + "." + from.encoded();
        return to == null ? moment : moment + "." + to.encoded() + "." + Long.toString(seq, RADIX);
    }
}
