package io.nocode.shared.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int MOST = 8;

    private final Workers workers = new Workers(2, MOST);
    private final AtomicInteger threads = new AtomicInteger();
    private final CountDownLatch beaten = new CountDownLatch(1);

    private final class Task extends Work {
        private final Runnable what;

        Task(Runnable what) {
            super(workers::add);
            this.what = what;
        }

        @Override
        protected void work() {
            what.run();
        }
    }

    @BeforeEach
    void start() {
        new Thread(() -> workers.handOut(this::thread, beaten::countDown)).start();
    }

    private Thread thread(Runnable work) {
        threads.incrementAndGet();
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void whoWaitsHoldsUpNobodyWhileThereMayBeOthers() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(MOST - 1);
        CountDownLatch done = new CountDownLatch(3);
        for (int i = 0; i < MOST - 1; i++) {
            new Task(() -> {
                        waiting.countDown();
                        await(waits);
                    })
                    .wake();
        }
        await(waiting);
        for (int i = 0; i < 3; i++) {
            new Task(done::countDown).wake();
        }
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        waits.countDown();
    }

    @Test
    void noneAreAddedWhileNobodyIsHeldUp() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            CountDownLatch done = new CountDownLatch(100);
            for (int i = 0; i < 100; i++) {
                new Task(done::countDown).wake();
            }
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(threads.get()).isBetween(1, 2);
    }

    @Test
    void whatIsWokenWhileItIsDoneIsDoneOnceMoreAndNeverTwiceAtOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Task task = new Task(() -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            begun.countDown();
            await(goOn);
            atOnce.decrementAndGet();
            done.countDown();
        });
        task.wake();
        await(begun);
        task.wake();
        task.wake();
        goOn.countDown();
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void whatFailsStopsNobody() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            new Task(() -> {
                        throw new IllegalStateException("as wanted");
                    })
                    .wake();
            new Task(done::countDown).wake();
        }
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(beaten.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody came.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
