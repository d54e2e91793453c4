package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.problem.Problem;
import io.nocode.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final String SLOW = "select pg_sleep(1)";

    private final FairShare shares = new FairShare(2);
    private final UUID organisation = UUID.randomUUID();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void letAllEnd() throws InterruptedException {
        end.countDown();
        callers.shutdown();
        assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aQueryIsSlowOnceItHasBeenAndQuickAgainWhenItIs() {
        assertThat(shares.isSlow(SLOW)).isFalse();
        makeSlow();
        assertThat(shares.isSlow(SLOW)).isTrue();
        for (int i = 0; i < 5; i++) {
            shares.run(organisation, SLOW, () -> true);
        }
        assertThat(shares.isSlow(SLOW)).isFalse();
    }

    @Test
    void ofAnOrganisationsSlowQueriesTwoRunAtOnceAndTheOthersFollow() {
        makeSlow();
        List<Future<Boolean>> all = start(5, organisation, SLOW);
        Wait.until(running::get, now -> now == 2);
        end.countDown();
        assertThat(all)
                .allSatisfy(one -> assertThat(one.get(10, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void whatIsQuickAndWhatIsOthersGoesPastThem() {
        makeSlow();
        start(5, organisation, SLOW);
        Wait.until(running::get, now -> now == 2);
        assertThat(shares.run(organisation, "select 1", () -> "quick")).isEqualTo("quick");
        assertThat(shares.run(UUID.randomUUID(), SLOW, () -> "other")).isEqualTo("other");
        assertThat(running).hasValue(2);
    }

    @Test
    void whoComesWhenManyWaitIsRefusedAtOnce() {
        List<Future<Boolean>> all = start(FairShare.MOST + 3 * FairShare.MOST_WAITING, organisation, "select 2");
        Future<Boolean> refused = Wait.until(
                        () -> all.stream().filter(Future::isDone).findFirst(), Optional::isPresent)
                .orElseThrow();
        assertThatThrownBy(refused::get)
                .hasCauseInstanceOf(Problem.class)
                .satisfies(thrown -> assertThat(
                                ((Problem) thrown.getCause()).reason().status())
                        .isEqualTo(429));
        assertThat(running).hasValue(FairShare.MOST);
    }

    @Test
    void aFailedQueryGivesItsTurnBack() {
        for (int i = 0; i < 2 * FairShare.MOST; i++) {
            assertThatThrownBy(() -> shares.run(organisation, "select 4", () -> {
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(shares.run(organisation, "select 4", () -> true)).isTrue();
    }

    private void makeSlow() {
        shares.run(organisation, SLOW, () -> {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(150);
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return true;
        });
    }

    private List<Future<Boolean>> start(int many, UUID of, String text) {
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(callers.submit(() -> shares.run(of, text, () -> {
                running.incrementAndGet();
                try {
                    return end.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException stopping) {
                    return false;
                } finally {
                    running.decrementAndGet();
                }
            })));
        }
        return all;
    }
}
