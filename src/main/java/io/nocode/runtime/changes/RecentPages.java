package io.nocode.runtime.changes;

import io.nocode.runtime.query.Following;
import io.nocode.runtime.query.Place;
import io.nocode.runtime.records.ChangeRows;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was read lately, for those who are slower than others by a little: they need nothing read anew. Without it, those
 * who fall behind would each be read for by themselves, which takes what is needed to catch up.
 */
final class RecentPages {
    private static final int MOST_PAGES = 10_000;

    private final Map<Group, ChangeRows.Page> pages = new LinkedHashMap<>();
    private final Budget budget;

    RecentPages(Budget budget) {
        this.budget = budget;
    }

    /** Bytes that all of a node keep together. */
    record Budget(AtomicLong kept, long most) {
        private static final long LEAST = 16L << 20;
        private static final long MOST = 256L << 20;
        private static final int SHARE = 16;

        /** A part of the memory that there is. */
        static Budget ofMemory() {
            long share = Runtime.getRuntime().maxMemory() / SHARE;
            return new Budget(new AtomicLong(), Math.max(LEAST, Math.min(MOST, share)));
        }
    }

    /** Those who are at the same place and hear the same: the very same, so that nobody compares plans again and again. */
    record Group(Place place, Following following) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Group group && following == group.following && place.equals(group.place);
        }

        @Override
        public int hashCode() {
            return 31 * place.hashCode() + System.identityHashCode(following);
        }
    }

    ChangeRows.@Nullable Page get(Group group) {
        return pages.get(group);
    }

    /** Keeps a page, and lets the oldest go where it is too much. */
    void put(Group group, ChangeRows.Page page) {
        ChangeRows.Page before = pages.put(group, page);
        budget.kept().addAndGet(page.frames().length - (before == null ? 0 : before.frames().length));
        Iterator<ChangeRows.Page> oldest = pages.values().iterator();
        while (pages.size() > 1 && (budget.kept().get() > budget.most() || pages.size() > MOST_PAGES)) {
            budget.kept().addAndGet(-oldest.next().frames().length);
            oldest.remove();
        }
    }

    void clear() {
        pages.values().forEach(page -> budget.kept().addAndGet(-page.frames().length));
        pages.clear();
    }
}
