package io.nocode.insights.activities;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which events the caller may see: their own, and those of the organisations in which they are MEMBER or more. */
final class Visible {
    private Visible() {}

    static Sql condition(Access access) {
        Caller caller = CurrentUser.get();
        if (caller.isSuperuser()) {
            return Sql.of("true");
        }
        List<UUID> organisations = access.organisations().stream()
                .filter(organisation -> access.may(Action.ANALYTICS_SEE, organisation))
                .toList();
        List<Sql> any = new ArrayList<>();
        if (!organisations.isEmpty()) {
            any.add(Sql.of("organization_id = any (?)", organisations));
        }
        if (caller instanceof Caller.ApiKey key) {
            // A key acts within its organisation, and within its projects if it names any.
            any.add(Sql.of("user_id = ? and organization_id = ?", key.maker(), key.organisation()));
            Sql within = either(any);
            return key.projects().isEmpty() ? within : within.then(" and project_id = any (?)", key.projects());
        }
        any.add(Sql.of("user_id = ?", CurrentUser.id()));
        return either(any);
    }

    private static Sql either(List<Sql> any) {
        return Sql.of("(").then(Sql.join(" or ", any)).then(")");
    }
}
