package io.nocode.runtime.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has followed the changes of a table: everything of the transactions that had ended at one moment,
 * and, on the way to a later moment, some of what those wrote that ended in between. Changes come moment by moment; on
 * the way from one to the next, transaction by transaction as they were committed, and each one's as it wrote them.
 * Which changes lie between two moments, and in which order, is the same whenever and wherever they are read.
 *
 * @param stream the recording that it is a place in
 * @param to the moment on the way; null at a moment
 * @param commit the place of the last transaction on the way among all that were committed
 * @param seq the last change of it
 */
public record Place(long stream, Snapshot from, @Nullable Snapshot to, long commit, long seq) {
    private static final int RADIX = 36;

    /** Everything until a moment. */
    public static Place at(long stream, Snapshot moment) {
        return new Place(stream, moment, null, 0, 0);
    }

    /** The same moment, on the way to another, behind a change of a transaction. */
    public Place behind(Snapshot moment, long transaction, long change) {
        return new Place(stream, from, moment, transaction, change);
    }

    /** The place that an event's id names; empty where it names none. */
    public static Optional<Place> of(@Nullable String id) {
        String[] parts = id == null ? new String[0] : id.split("\\.", -1);
        if (parts.length != 2 && parts.length != 5) {
            return Optional.empty();
        }
        try {
            long stream = Long.parseLong(parts[0], RADIX);
            Optional<Snapshot> from = Snapshot.decoded(parts[1]);
            if (parts.length == 2) {
                return from.map(moment -> at(stream, moment));
            }
            long commit = Long.parseLong(parts[3], RADIX);
            long seq = Long.parseLong(parts[4], RADIX);
            return from.flatMap(
                    moment -> Snapshot.decoded(parts[2]).map(next -> new Place(stream, moment, next, commit, seq)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** As an event's id; what stands before the last dot is the same for all of a transaction, and for nothing else. */
    public String id() {
        String moment = Long.toString(stream, RADIX) + "." + from.encoded();
        return to == null
                ? moment
                : moment + "." + to.encoded() + "." + Long.toString(commit, RADIX) + "." + Long.toString(seq, RADIX);
    }
}
