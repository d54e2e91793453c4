package io.nocode.runtime.changes;

import io.nocode.runtime.query.Following;
import io.nocode.runtime.records.ChangeRows;
import io.nocode.shared.events.EventStreams;
import io.nocode.shared.events.Work;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The tables that somebody follows on this node. */
@ApplicationScoped
public class RowFeeds {
    /** The topic of the signal, with the recording's id, that the database itself sends of changes. */
    static final String TOPIC = "rows";

    private static final Logger LOG = Logger.getLogger(RowFeeds.class.getName());
    /** So many read at once: most connections are for those who ask, not for those who listen. */
    private static final int READERS = 3;

    private final Map<String, RowFeed> byTable = new ConcurrentHashMap<>();
    private final Map<String, RowFeed> byStream = new ConcurrentHashMap<>();
    private final Set<RowFeed> delayed = ConcurrentHashMap.newKeySet();
    private final Semaphore readers = new Semaphore(READERS);
    private final RecentPages.Budget recent = RecentPages.Budget.ofMemory();
    /** What is followed, as long as somebody does. */
    private final Map<Following, WeakReference<Following>> followed = new WeakHashMap<>();

    @Inject
    private EventStreams streams;

    @Inject
    private Recording recording;

    @Inject
    private ChangeRows rows;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** The same one for all who hear the same, so that they are told apart without a look at what they hear. */
    Following same(Following one) {
        synchronized (followed) {
            WeakReference<Following> known = followed.get(one);
            Following first = known == null ? null : known.get();
            if (first != null) {
                return first;
            }
            followed.put(one, new WeakReference<>(one));
            return one;
        }
    }

    RowFeed join(String table, RowFollower follower) {
        return byTable.compute(table, (same, known) -> {
            RowFeed feed = known == null ? new RowFeed(table, this, recording, rows, new RecentPages(recent)) : known;
            feed.join(follower);
            return feed;
        });
    }

    void leave(RowFeed feed, RowFollower follower) {
        byTable.computeIfPresent(feed.table(), (same, each) -> {
            boolean over = feed.leave(follower);
            if (over) {
                feed.wake();
            }
            return over && each == feed ? null : each;
        });
        byStream.values().removeIf(each -> !each.equals(byTable.get(each.table())));
    }

    void know(long stream, RowFeed feed) {
        byStream.put(String.valueOf(stream), feed);
    }

    void hear(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            RowFeed feed = byStream.get(signal.payload());
            if (feed != null) {
                feed.hear();
            }
        } else if (signal.topic().equals(Signal.RESET)) {
            byStream.values().forEach(RowFeed::hear);
        }
    }

    void schedule(Work work) {
        streams.schedule(work);
    }

    /** Wakes a feed after a while; not twice for the same. */
    void later(RowFeed feed, Duration wait) {
        if (delayed.add(feed)) {
            try {
                scheduler.schedule(
                        () -> {
                            delayed.remove(feed);
                            feed.wake();
                        },
                        wait.toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                delayed.remove(feed);
            }
        }
    }

    void failed(RowFeed feed, DatabaseFault fault) {
        LOG.log(Level.FINE, "Reading changes failed; it is tried again.", fault);
        later(feed, Duration.ofSeconds(1));
    }

    boolean beginReading() {
        return readers.tryAcquire();
    }

    void endReading() {
        readers.release();
    }
}
