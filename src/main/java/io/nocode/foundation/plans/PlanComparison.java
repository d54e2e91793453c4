package io.nocode.foundation.plans;

import java.util.List;

/** Plans side by side, in the order that they were asked for. */
public record PlanComparison(List<PlanView> plans) {}
