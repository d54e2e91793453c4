package io.nocode.shared.events;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Have work done that was woken, in the order in which it was. A few threads do it all one after the other; for each of
 * them that is held up there is another one, up to a limit. They stay for a while: to hand each piece of work to a
 * server's pool costs more than the work.
 */
final class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class.getName());
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration STAY = Duration.ofSeconds(10);
    /** Who has been at the same work for so long is held up. */
    private static final Duration LONG = Duration.ofMillis(20);

    private final BlockingQueue<Work> woken = new LinkedBlockingQueue<>();
    private final Set<Worker> all = ConcurrentHashMap.newKeySet();
    private final AtomicInteger idle = new AtomicInteger();
    private final Semaphore wanted = new Semaphore(0);
    private final int few;
    private final int most;
    private volatile boolean stopped;

    /**
     * Nobody yet.
     *
     * @param few how many work while none is held up
     * @param most how many there are at most
     */
    Workers(int few, int most) {
        this.few = few;
        this.most = most;
    }

    void add(Work work) {
        woken.add(work);
        if (isShort() && wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    void stop() {
        stopped = true;
    }

    private boolean isShort() {
        return idle.get() < woken.size();
    }

    /**
     * Sees to it that there are enough of them until it is stopped. All begin in this thread: whoever wakes something may
     * be in the middle of a transaction, which is none of the work's.
     *
     * @param beat what this thread does twice a second
     */
    void handOut(ThreadFactory threads, Runnable beat) {
        long beaten = System.nanoTime();
        try {
            while (!stopped) {
                if (isShort() && all.size() >= few) {
                    // All are at work; whether they are held up is seen in a moment.
                    Thread.sleep(LONG.toMillis());
                } else {
                    wanted.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                }
                begin(threads);
                if (System.nanoTime() - beaten > BEAT.toNanos()) {
                    beaten = System.nanoTime();
                    beat.run();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException stopping) {
            stopped = true;
        }
    }

    private void begin(ThreadFactory threads) {
        int more = Math.min(woken.size() - idle.get(), allowed() - all.size());
        for (int i = 0; i < more; i++) {
            Worker worker = new Worker();
            all.add(worker);
            threads.newThread(worker).start();
        }
    }

    private int allowed() {
        long now = System.nanoTime();
        long heldUp = all.stream().filter(worker -> worker.isHeldUp(now)).count();
        return (int) Math.min(most, few + heldUp);
    }

    private final class Worker implements Runnable {
        private volatile long begun;
        private volatile boolean busy;

        boolean isHeldUp(long now) {
            return busy && now - begun > LONG.toNanos();
        }

        @Override
        public void run() {
            try {
                Work work = next();
                while (work != null && !stopped) {
                    begun = System.nanoTime();
                    busy = true;
                    carryOut(work);
                    busy = false;
                    work = all.size() > few && all.size() > allowed() ? null : next();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                all.remove(this);
                wanted.release();
            }
        }

        private @Nullable Work next() throws InterruptedException {
            idle.incrementAndGet();
            try {
                return woken.poll(STAY.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                idle.decrementAndGet();
            }
        }

        private void carryOut(Work work) {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "Telling a listener failed; it is tried again.", failed);
            }
        }
    }
}
