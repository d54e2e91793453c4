package io.nocode.runtime.changes;

import io.nocode.runtime.changes.RecentPages.Group;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Place;
import io.nocode.runtime.records.ChangeRows;
import io.nocode.shared.events.Work;
import io.nocode.shared.sql.DatabaseFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the changes of one table on this node, once for all listeners who are at the same place and hear the same:
 * whoever keeps up is at the place of all others who do. Who does not take what it has been sent stays behind, and is
 * read for by itself when it takes it.
 */
final class RowFeed extends Work {
    private static final int PAGES_AT_ONCE = 50;
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final Duration LONGEST_BREATH = Duration.ofSeconds(1);
    private static final Duration KEEP = Duration.ofMinutes(10);

    private final String table;
    private final RowFeeds feeds;
    private final Recording recording;
    private final ChangeRows rows;
    private final Set<RowFollower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean told = new AtomicBoolean();
    /** Transactions that were running when this was told of a change: they may have written and said nothing. */
    private final Set<Long> watched = new HashSet<>();

    private final RecentPages recent;
    private Duration breath = BREATH;
    private long stream = -1;
    private long kept;
    private volatile long read = System.nanoTime() - BREATH.toNanos();

    RowFeed(String table, RowFeeds feeds, Recording recording, ChangeRows rows, RecentPages recent) {
        super(feeds::schedule);
        this.table = table;
        this.feeds = feeds;
        this.recording = recording;
        this.rows = rows;
        this.recent = recent;
    }

    /** The whole name of its table as SQL. */
    String table() {
        return table;
    }

    void join(RowFollower follower) {
        followers.add(follower);
    }

    /** Whether nobody is left. */
    boolean leave(RowFollower follower) {
        followers.remove(follower);
        return followers.isEmpty();
    }

    /** There may be changes. Where many come one after the other they are read together. */
    void hear() {
        told.set(true);
        long since = System.nanoTime() - read;
        if (since >= BREATH.toNanos()) {
            wake();
        } else {
            feeds.later(this, BREATH);
        }
    }

    @Override
    protected void work() {
        if (followers.isEmpty()) {
            recent.clear();
            return;
        }
        if (!feeds.beginReading()) {
            feeds.later(this, BREATH);
            return;
        }
        try {
            read();
        } catch (DatabaseFault fault) {
            feeds.failed(this, fault);
        } finally {
            feeds.endReading();
            read = System.nanoTime();
        }
    }

    private void read() {
        LiveTable live = followers.iterator().next().following().table();
        boolean wasTold = told.getAndSet(false);
        Recording.Moment moment = recording.now(live).orElse(null);
        if (moment == null) {
            recording.begin(live);
            moment = recording.now(live).orElse(null);
        }
        if (moment == null) {
            feeds.later(this, LONGEST_BREATH);
            return;
        }
        know(moment.stream());
        for (RowFollower follower : followers) {
            follower.settle(moment);
        }
        boolean more = true;
        for (int i = 0; more && i < PAGES_AT_ONCE; i++) {
            more = readPages(moment);
        }
        if (more) {
            wake();
        }
        forgetRecentUnlessSomebodyIsBehind(moment);
        watch(moment, wasTold);
    }

    private void know(long id) {
        if (id != stream) {
            stream = id;
            feeds.know(id, this);
            kept = System.nanoTime() - KEEP.toNanos() - 1;
        }
        if (System.nanoTime() - kept > KEEP.toNanos()) {
            kept = System.nanoTime();
            recording.keep(id);
        }
    }

    /** One page for each group of listeners; tells whether there may be more. */
    private boolean readPages(Recording.Moment moment) {
        Map<Group, List<RowFollower>> groups = new LinkedHashMap<>();
        Place now = Place.at(moment.stream(), moment.now());
        for (RowFollower follower : followers) {
            Place place = follower.place();
            if (place != null && !place.equals(now) && place.stream() == moment.stream() && follower.hasRoom()) {
                groups.computeIfAbsent(new Group(place, follower.following()), same -> new ArrayList<>())
                        .add(follower);
            }
        }
        groups.forEach((group, members) -> {
            ChangeRows.Page page = page(group, moment);
            if (page.isLost()) {
                members.forEach(member -> member.begin(moment, "reset", "missed"));
            } else {
                members.forEach(member -> member.take(page));
            }
        });
        return !groups.isEmpty();
    }

    private ChangeRows.Page page(Group group, Recording.Moment moment) {
        ChangeRows.Page known = recent.get(group);
        if (known != null) {
            return known;
        }
        ChangeRows.Page page = rows.read(group.following(), group.place(), moment.now());
        if (!page.isLost()) {
            recent.put(group, page);
        }
        return page;
    }

    private void forgetRecentUnlessSomebodyIsBehind(Recording.Moment moment) {
        Place now = Place.at(moment.stream(), moment.now());
        if (followers.stream().allMatch(follower -> now.equals(follower.place()))) {
            recent.clear();
        }
    }

    private void watch(Recording.Moment moment, boolean wasTold) {
        if (wasTold) {
            breath = BREATH;
            watched.addAll(moment.now().open());
        }
        watched.removeIf(xid -> !moment.now().isOpen(xid));
        if (!watched.isEmpty()) {
            feeds.later(this, breath);
            Duration longer = breath.multipliedBy(2);
            breath = longer.compareTo(LONGEST_BREATH) > 0 ? LONGEST_BREATH : longer;
        }
    }
}
