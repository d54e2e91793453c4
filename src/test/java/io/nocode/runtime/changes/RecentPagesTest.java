package io.nocode.runtime.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.runtime.query.Following;
import io.nocode.runtime.query.Place;
import io.nocode.runtime.query.Snapshot;
import io.nocode.runtime.records.ChangeRows;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentPagesTest {
    private final RecentPages.Budget budget = new RecentPages.Budget(new AtomicLong(), 100);
    private final RecentPages pages = new RecentPages(budget);
    private final Following all = all();

    @Test
    void whoIsAtTheSamePlaceAndHearsTheSameGetsTheSamePage() {
        ChangeRows.Page page = page(10);
        pages.put(group(1, all), page);
        assertThat(pages.get(group(1, all))).isSameAs(page);
        assertThat(pages.get(group(2, all))).isNull();
        assertThat(pages.get(group(1, all()))).isNull();
    }

    @Test
    void theOldestGoWhereItIsTooMuchButNeverTheLast() {
        for (int i = 1; i <= 4; i++) {
            pages.put(group(i, all), page(30));
        }
        assertThat(pages.get(group(1, all))).isNull();
        assertThat(pages.get(group(2, all))).isNotNull();
        assertThat(budget.kept()).hasValue(90);
        pages.put(group(5, all), page(1_000));
        assertThat(pages.get(group(4, all))).isNull();
        assertThat(pages.get(group(5, all))).isNotNull();
    }

    @Test
    void tablesShareWhatMayBeKept() {
        RecentPages others = new RecentPages(budget);
        others.put(group(1, all), page(80));
        pages.put(group(1, all), page(15));
        pages.put(group(2, all), page(15));
        assertThat(pages.get(group(1, all))).isNull();
        others.clear();
        assertThat(budget.kept()).hasValue(15);
        pages.put(group(3, all), page(15));
        assertThat(pages.get(group(2, all))).isNotNull();
    }

    @Test
    void whatIsReadAgainCountsOnce() {
        pages.put(group(1, all), page(40));
        pages.put(group(1, all), page(50));
        assertThat(budget.kept()).hasValue(50);
    }

    private static RecentPages.Group group(int moment, Following following) {
        return new RecentPages.Group(Place.at(1, new Snapshot(moment, List.of())), following);
    }

    private static ChangeRows.Page page(int bytes) {
        return new ChangeRows.Page(new byte[bytes], Place.at(1, new Snapshot(9, List.of())), false);
    }

    private static Following all() {
        return new Following(null, null, List.of(), null);
    }
}
