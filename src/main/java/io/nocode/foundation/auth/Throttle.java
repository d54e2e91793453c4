package io.nocode.foundation.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Limits what an address may ask of the doors that need no token and tell something, or send e-mails. */
@ApplicationScoped
public class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(WINDOW)
            .build(address -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(AuthSettings.REGISTRATIONS_PER_ADDRESS)
                            .refillGreedy(AuthSettings.REGISTRATIONS_PER_ADDRESS, WINDOW))
                    .build());

    /**
     * Counts a request of this address.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS
     */
    public void count() {
        ConsumptionProbe probe = buckets.get(RequestContext.get().address()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because()
                    .retryAfter(
                            Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }
}
