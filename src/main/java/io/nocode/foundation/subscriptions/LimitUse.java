package io.nocode.foundation.subscriptions;

import io.nocode.foundation.plans.PlanLimits;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A limit beside what is used of it.
 *
 * @param limit -1 for unlimited
 * @param remaining null where it is unlimited
 */
@Schema(name = "LimitUse")
public record LimitUse(int limit, BigDecimal used, @Nullable BigDecimal remaining, boolean exceeded) {
    static LimitUse of(int limit, BigDecimal used) {
        if (limit == PlanLimits.UNLIMITED) {
            return new LimitUse(limit, used, null, false);
        }
        BigDecimal remaining = BigDecimal.valueOf(limit).subtract(used);
        return new LimitUse(limit, used, remaining.max(BigDecimal.ZERO), remaining.signum() < 0);
    }
}
