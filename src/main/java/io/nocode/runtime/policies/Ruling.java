package io.nocode.runtime.policies;

import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.TablePolicy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a table's policies count for somebody. A role that has none there follows the role table; once it has one,
 * only its own count, and those for everybody.
 *
 * @param free what may be done with every row and field
 * @param policies by what else may be done; together they say with which rows
 */
record Ruling(Set<Act> free, Map<Act, List<TablePolicy>> policies) {
    static Ruling of(List<TablePolicy> all, Standing who) {
        if (who.unbounded()) {
            return new Ruling(EnumSet.allOf(Act.class), Map.of());
        }
        boolean own = all.stream().anyMatch(policy -> policy.role().equals(who.role()));
        Set<Act> free = EnumSet.noneOf(Act.class);
        if (!own) {
            free.addAll(who.byRole());
        }
        Map<Act, List<TablePolicy>> policies = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            List<TablePolicy> counting = free.contains(act)
                    ? List.of()
                    : all.stream()
                            .filter(policy -> policy.act() == act
                                    && (policy.role().equals(who.role())
                                            || policy.role().equals(TablePolicy.PUBLIC)))
                            .toList();
            if (!counting.isEmpty()) {
                policies.put(act, counting);
            }
        }
        return new Ruling(free, policies);
    }

    /** Whether it may be done with any row. */
    boolean may(Act act) {
        return free.contains(act) || policies.containsKey(act);
    }
}
