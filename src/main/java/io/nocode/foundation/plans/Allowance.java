package io.nocode.foundation.plans;

import io.nocode.shared.problem.Problem;
import java.util.Map;
import java.util.UUID;

/** The plan that an organisation is on, and what it allows. */
public record Allowance(UUID planId, String plan, PlanLimits limits) {
    /** Says no to one more. */
    public Problem refusal(Limit limit, long used) {
        int allowed = limits.of(limit);
        return PlanProblem.PLAN_LIMIT.with(
                Map.of("limit", limit.wire(), "allowed", allowed, "used", used, "plan", plan), plan, allowed);
    }
}
