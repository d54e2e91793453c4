package io.nocode.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
public final class Wait {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Wait() {}

    /** Asks again and again until the answer is as wanted; fails with the last one after a minute. */
    public static <T> T until(Supplier<T> ask, Predicate<T> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T last = ask.get();
            if (wanted.test(last)) {
                return last;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + PATIENCE + "; last was " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
