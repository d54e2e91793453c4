package io.nocode.foundation.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106). The cost is {@code nocode.password.memory-kib}, {@code .iterations} and
 * {@code .parallelism}; as many hashes are computed at once as there are processors, so that a flood of sign-ins
 * takes neither all memory nor more attempts than the limit allows.
 */
@ApplicationScoped
public class Passwords {
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ThreadLocal<Boolean> HOLDING = new ThreadLocal<>();

    private final Semaphore atWork =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final Argon2Function function = Argon2Function.getInstance(
            Settings.number("nocode.password.memory-kib", 19_456),
            Settings.number("nocode.password.iterations", 2),
            Settings.number("nocode.password.parallelism", 1),
            HASH_BYTES,
            Argon2.ID);
    private final String nobodys = compute(UUID.randomUUID().toString());

    /** The hash to store. */
    public String hash(String password) {
        return limited(() -> compute(password));
    }

    /** Whether the password is the one that was hashed; none is where the hash is empty. */
    public boolean matches(String password, String hash) {
        if (hash.isEmpty()) {
            return matchesNobodys(password);
        }
        return limited(() -> Password.check(normalised(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** As much work as {@link #matches}, for an account that does not exist: nobody knows this password. */
    public boolean matchesNobodys(String password) {
        return matches(password, nobodys);
    }

    /** Whether a hash was made at another cost than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(function);
    }

    /**
     * Does something while holding one of the few places at work; hashing within it takes no second one.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS where none becomes free
     */
    public <T> T limited(Supplier<T> work) {
        if (Boolean.TRUE.equals(HOLDING.get())) {
            return work.get();
        }
        try {
            if (!atWork.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(PATIENCE);
        }
        HOLDING.set(true);
        try {
            return work.get();
        } finally {
            HOLDING.remove();
            atWork.release();
        }
    }

    private String compute(String password) {
        return Password.hash(normalised(password))
                .addRandomSalt(16)
                .with(function)
                .getResult();
    }

    /** One person's keyboard composes é, another's does not: NFKC makes both the same (RFC 8265). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
