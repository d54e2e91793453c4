package io.nocode.shared.events;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Have work done that was woken, in the order in which it was, and only so much at once. */
final class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class.getName());
    private static final Duration BEAT = Duration.ofMillis(500);

    private final BlockingQueue<Work> woken = new LinkedBlockingQueue<>();
    private final Semaphore free;
    private volatile boolean stopped;

    Workers(int atOnce) {
        free = new Semaphore(atOnce);
    }

    void add(Work work) {
        woken.add(work);
    }

    void stop() {
        stopped = true;
    }

    /**
     * Hands out what there is to do until it is stopped. All is handed out by this thread: whoever wakes something may be
     * in the middle of a transaction, which is none of the work's.
     *
     * @param beat what this thread does twice a second
     */
    void handOut(Executor executor, Runnable beat) {
        long beaten = System.nanoTime();
        try {
            while (!stopped) {
                Work work = woken.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (work != null) {
                    free.acquire();
                    executor.execute(() -> run(work));
                }
                if (System.nanoTime() - beaten > BEAT.toNanos()) {
                    beaten = System.nanoTime();
                    beat.run();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException stopping) {
            stopped = true;
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Telling a listener failed; it is tried again.", failed);
        } finally {
            free.release();
        }
    }
}
