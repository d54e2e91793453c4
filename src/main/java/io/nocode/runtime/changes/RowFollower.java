package io.nocode.runtime.changes;

import io.nocode.runtime.query.Following;
import io.nocode.runtime.query.Place;
import io.nocode.runtime.records.ChangeRows;
import io.nocode.shared.events.EventStream;
import io.nocode.shared.events.Listening;
import io.nocode.shared.events.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One listener of a table's changes. Its {@link RowFeed} reads for it and says how far it is. */
final class RowFollower implements Listening {
    /** After so long without a change the listener is told how far it is none the less: what is old is not kept. */
    private static final long QUIET = Duration.ofSeconds(30).toNanos();

    private final Supplier<Following> plan;
    private final RowFeeds feeds;
    private final Set<String> words;
    private volatile Following following;
    private volatile boolean changed;
    private @Nullable RowFeed feed;
    private volatile @Nullable EventStream stream;
    private @Nullable Place place;
    private long told = System.nanoTime();

    /**
     * Somebody who may listen now.
     *
     * @param plan what they hear, asked again and again
     */
    RowFollower(Supplier<Following> plan, Following following, RowFeeds feeds, Set<String> words) {
        this.plan = plan;
        this.following = feeds.same(following);
        this.feeds = feeds;
        this.words = words;
    }

    @Override
    public void authorise() {
        Following now = feeds.same(plan.get());
        Following before = following;
        following = now;
        if (!now.table().quoted().equals(before.table().quoted())) {
            changed = true;
            leave();
        } else if (!now.table().fingerprint().equals(before.table().fingerprint())) {
            changed = true;
        }
    }

    @Override
    public void work(EventStream to) {
        stream = to;
        RowFeed current = feed;
        if (current == null) {
            current = feeds.join(following.table().quoted(), this);
            feed = current;
        }
        current.wake();
    }

    @Override
    public Set<String> words() {
        return words;
    }

    @Override
    public void closed() {
        leave();
    }

    private void leave() {
        RowFeed current = feed;
        if (current != null) {
            feed = null;
            feeds.leave(current, this);
        }
    }

    /** What it hears: the same one for all on this node who hear the same. */
    Following following() {
        return following;
    }

    /** Where it is; for its feed alone, as all below. */
    @Nullable
    Place place() {
        return place;
    }

    boolean hasRoom() {
        EventStream to = stream;
        return to != null && to.hasRoom();
    }

    /** Puts it where it begins, or begins anew, before anything is read for it. */
    void settle(Recording.Moment moment) {
        EventStream to = stream;
        if (to == null) {
            return;
        }
        if (place == null) {
            String last = to.last();
            place = Place.of(last).orElse(null);
            if (place == null || !isWithin(place, moment)) {
                begin(moment, last == null ? "ready" : "reset", "missed");
            }
        }
        if (changed) {
            changed = false;
            begin(moment, "reset", "table_changed");
        } else if (place != null && !isWithin(place, moment)) {
            begin(moment, "reset", "missed");
        }
    }

    private static boolean isWithin(Place place, Recording.Moment moment) {
        return place.stream() == moment.stream()
                && place.from().end() <= moment.now().end()
                && (place.to() == null || place.to().end() <= moment.now().end());
    }

    /** What lies before is not told: the listener reads the rows anew. */
    void begin(Recording.Moment moment, String event, String reason) {
        Place now = Place.at(moment.stream(), moment.now());
        place = now;
        EventStream to = stream;
        if (to != null) {
            to.send(ServerEvent.of(now.id(), event, event.equals("ready") ? new Ready() : new Reset(reason)));
        }
    }

    /** Takes what was read for it and all others in the same place. */
    void take(ChangeRows.Page page) {
        place = page.place();
        EventStream to = stream;
        if (to == null) {
            return;
        }
        long now = System.nanoTime();
        if (page.frames().length > 0) {
            told = now;
            to.send(page.frames(), page.place().id());
        } else if (now - told > QUIET) {
            told = now;
            to.send(
                    ("id: " + page.place().id() + "\n\n").getBytes(StandardCharsets.UTF_8),
                    page.place().id());
        }
    }
}
