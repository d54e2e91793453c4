package io.nocode.foundation.subscriptions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.foundation.plans.Allowance;
import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds organisations to the storage that their plans allow. What they take is measured, which costs too much to be
 * done for each row: it is asked once in ten seconds on each node, and may be passed by what is written meanwhile.
 */
@ApplicationScoped
public class StorageRoom {
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1024L * 1024 * 1024);

    private final LoadingCache<UUID, Optional<Full>> full =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(MEASURED).build(this::measure);

    @Inject
    private Quotas quotas;

    @Inject
    private Usage usage;

    private record Full(Allowance allowance, long used) {}

    /**
     * Goes on if an organisation may store more.
     *
     * @throws io.nocode.shared.problem.Problem PLAN_LIMIT
     */
    public void require(UUID organisation) {
        full.get(organisation).ifPresent(found -> {
            throw found.allowance().refusal(Limit.MAX_STORAGE_GB, found.used());
        });
    }

    /**
     * Goes on if an organisation may store a file of this size, measured now.
     *
     * @throws io.nocode.shared.problem.Problem PLAN_LIMIT
     */
    public void requireFor(UUID organisation, long bytes) {
        measure(organisation, BigDecimal.valueOf(bytes).divide(GIBIBYTE, 9, RoundingMode.HALF_UP))
                .ifPresent(found -> {
                    throw found.allowance().refusal(Limit.MAX_STORAGE_GB, found.used());
                });
    }

    private Optional<Full> measure(UUID organisation) {
        return measure(organisation, BigDecimal.ZERO);
    }

    private Optional<Full> measure(UUID organisation, BigDecimal more) {
        Allowance allowance = quotas.of(organisation);
        BigDecimal used = usage.storage(organisation).add(more);
        return allowance.limits().allows(Limit.MAX_STORAGE_GB, used.doubleValue())
                ? Optional.empty()
                : Optional.of(new Full(
                        allowance, used.setScale(0, RoundingMode.CEILING).longValueExact()));
    }
}
