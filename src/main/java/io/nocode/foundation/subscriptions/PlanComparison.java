package io.nocode.foundation.subscriptions;

import java.util.List;

/** Plans side by side, in the order that they were asked for. */
public record PlanComparison(List<PlanView> plans) {}
