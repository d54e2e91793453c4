package io.nocode.foundation.subscriptions;

import io.nocode.foundation.organisations.OrganisationMeasure;
import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Measures what organisations use; the modules above tell what they keep. */
@ApplicationScoped
class Usage {
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    @Inject
    private Quotas quotas;

    @Inject
    @Any
    private Instance<OrganisationMeasure> measures;

    /** What an organisation uses, beside what a plan would allow it. */
    PlanUse of(UUID organisation, PlanView plan) {
        Map<String, Number> measured = measured(organisation);
        Map<Limit, BigDecimal> used = new EnumMap<>(Limit.class);
        used.put(Limit.MAX_PROJECTS, decimal(measured, "projects_count"));
        used.put(Limit.MAX_MEMBERS, BigDecimal.valueOf(quotas.membersOf(organisation)));
        used.put(Limit.MAX_STORAGE_GB, storage(measured));
        used.put(Limit.MAX_WORKFLOWS, decimal(measured, "workflows_count"));
        return PlanUse.of(plan.limits(), used);
    }

    /** The storage that an organisation takes, in GiB. */
    BigDecimal storage(UUID organisation) {
        return storage(measured(organisation));
    }

    private Map<String, Number> measured(UUID organisation) {
        Map<String, Number> measured = new HashMap<>();
        measures.forEach(measure -> measured.putAll(measure.of(organisation)));
        return measured;
    }

    private static BigDecimal storage(Map<String, Number> measured) {
        return decimal(measured, "storage_used_mb").divide(MIB_PER_GIB, 6, RoundingMode.HALF_UP);
    }

    /** Goes on if what an organisation uses fits a plan; else PLAN_TOO_SMALL, with what is over. */
    void requireFits(UUID organisation, PlanView plan) {
        Map<String, LimitUse> over = of(organisation, plan).over();
        if (!over.isEmpty()) {
            Map<String, Object> details = new HashMap<>();
            over.forEach((limit, use) -> details.put(limit, Json.tree(use)));
            throw SubscriptionProblem.PLAN_TOO_SMALL.with(details, plan.name());
        }
    }

    private static BigDecimal decimal(Map<String, Number> measured, String name) {
        return new BigDecimal(measured.getOrDefault(name, 0).toString());
    }
}
