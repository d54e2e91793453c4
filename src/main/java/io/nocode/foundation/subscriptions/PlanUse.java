package io.nocode.foundation.subscriptions;

import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.PlanLimits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Each limit of a plan beside what is used of it. */
@Schema(name = "PlanUse")
public record PlanUse(LimitUse maxProjects, LimitUse maxMembers, LimitUse maxStorageGb, LimitUse maxWorkflows) {
    static PlanUse of(PlanLimits limits, Map<Limit, BigDecimal> used) {
        return new PlanUse(
                use(limits, used, Limit.MAX_PROJECTS),
                use(limits, used, Limit.MAX_MEMBERS),
                use(limits, used, Limit.MAX_STORAGE_GB),
                use(limits, used, Limit.MAX_WORKFLOWS));
    }

    private static LimitUse use(PlanLimits limits, Map<Limit, BigDecimal> used, Limit limit) {
        return LimitUse.of(limits.of(limit), used.getOrDefault(limit, BigDecimal.ZERO));
    }

    /** What is over its limit, by the limit's name. */
    Map<String, LimitUse> over() {
        Map<String, LimitUse> over = new LinkedHashMap<>();
        over.put(Limit.MAX_PROJECTS.wire(), maxProjects);
        over.put(Limit.MAX_MEMBERS.wire(), maxMembers);
        over.put(Limit.MAX_STORAGE_GB.wire(), maxStorageGb);
        over.put(Limit.MAX_WORKFLOWS.wire(), maxWorkflows);
        over.values().removeIf(use -> !use.exceeded());
        return over;
    }
}
