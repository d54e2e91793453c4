package io.nocode.shared.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Requests a minute on this node, for each account and for each address without one: {@code nocode.rate-limit.user}
 * and {@code nocode.rate-limit.anonymous}; 0 switches a limit off.
 */
@ApplicationScoped
public class RateLimit {
    private final int perUser = Settings.number("nocode.rate-limit.user", 0);
    private final int perAddress = Settings.number("nocode.rate-limit.anonymous", 6_000);
    private final LoadingCache<Object, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(key -> bucket(key instanceof String ? perAddress : perUser));

    /** Counts a request, or refuses it with TOO_MANY_REQUESTS. */
    void count(Caller caller, String address) {
        Object key = caller.userId() == null ? address : caller.userId();
        if ((key instanceof String ? perAddress : perUser) == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because()
                    .retryAfter(
                            Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
