package io.nocode.foundation.organisations;

import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Team;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one member may grant another: never more than they have. */
final class Grants {
    private Grants() {}

    /**
     * The permissions, once each, if the granter's role may give them and the role.
     *
     * @throws io.nocode.shared.problem.Problem INVALID for what is no action, FORBIDDEN for what is beyond the granter
     */
    static List<String> require(Role granter, Role role, @Nullable List<String> permissions) {
        if (!granter.atLeast(role)) {
            throw CommonProblem.FORBIDDEN.because();
        }
        List<String> wanted = permissions == null ? List.of() : permissions;
        Faults faults = new Faults();
        for (int i = 0; i < wanted.size(); i++) {
            if (Team.isNamedBy(wanted.get(i))) {
                continue;
            }
            Optional<Action> action = Action.named(wanted.get(i));
            if (action.isEmpty()) {
                faults.add("permissions[" + i + "]", "field.action");
            } else if (!granter.atLeast(action.get().least())) {
                throw CommonProblem.FORBIDDEN.because();
            }
        }
        faults.throwIfAny();
        return wanted.stream().distinct().toList();
    }
}
