package io.nocode.runtime.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which transactions have ended: PostgreSQL's {@code pg_snapshot}.
 *
 * @param end the first transaction that had not begun
 * @param open those before it that had not ended, in ascending order
 */
public record Snapshot(long end, List<Long> open) {
    private static final int RADIX = 36;
    private static final int MOST_OPEN = 2_000;

    public Snapshot {
        open = List.copyOf(open);
    }

    /** From PostgreSQL's own text, {@code xmin:xmax:xip,xip}. */
    public static Snapshot parse(String text) {
        String[] parts = text.split(":", -1);
        return new Snapshot(
                Long.parseLong(parts[1]),
                parts[2].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[2].split(",")).map(Long::valueOf).toList());
    }

    /** The short form of an event's id. */
    String encoded() {
        StringBuilder text = new StringBuilder(Long.toString(end, RADIX));
        open.forEach(xid -> text.append('-').append(Long.toString(end - xid, RADIX)));
        return text.toString();
    }

    /** From the short form; empty where it is none. */
    static Optional<Snapshot> decoded(String text) {
        String[] parts = text.split("-", -1);
        try {
            long end = Long.parseLong(parts[0], RADIX);
            List<Long> open = Arrays.stream(parts)
                    .skip(1)
                    .limit(MOST_OPEN)
                    .map(part -> end - Long.parseLong(part, RADIX))
                    .toList();
            boolean sane = end > 0;
            for (int i = 0; i < open.size(); i++) {
                sane &= open.get(i) > 0 && open.get(i) < end && (i == 0 || open.get(i - 1) < open.get(i));
            }
            return sane ? Optional.of(new Snapshot(end, open)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Everything before it has ended. */
    public long begin() {
        return open.isEmpty() ? end : open.get(0);
    }

    /** Whether a transaction was running or to come. */
    public boolean isOpen(long xid) {
        return xid >= end || open.contains(xid);
    }

    /** PostgreSQL's own text. */
    @Override
    public String toString() {
        return begin() + ":" + end + ":" + open.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
