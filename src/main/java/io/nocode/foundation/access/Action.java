package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done within an organisation, and the least role that may: the contract's table, row by row. */
public enum Action {
    ORGANISATION_SEE(Role.VIEWER),
    MEMBERS_SEE(Role.MEMBER),
    ORGANISATION_MANAGE(Role.ADMIN),
    MEMBERS_MANAGE(Role.ADMIN),
    BILLING_SEE(Role.ADMIN),
    AUDIT_SEE(Role.ADMIN),
    BILLING_MANAGE(Role.OWNER),
    ORGANISATION_TRANSFER(Role.OWNER),
    ORGANISATION_DELETE(Role.OWNER),

    STUDIO_SEE(Role.VIEWER),
    STUDIO_EDIT(Role.MEMBER),
    STUDIO_DELETE(Role.ADMIN),
    STUDIO_PUBLISH(Role.ADMIN),
    POLICIES_MANAGE(Role.ADMIN),

    ROWS_READ(Role.VIEWER),
    ROWS_CREATE(Role.MEMBER),
    ROWS_UPDATE(Role.MEMBER),
    ROWS_DELETE(Role.MEMBER),
    APPS_SEE(Role.VIEWER),
    APPS_MANAGE(Role.ADMIN),

    WORKFLOWS_SEE(Role.VIEWER),
    WORKFLOWS_EDIT(Role.MEMBER),
    WORKFLOWS_RUN(Role.MEMBER),
    INTEGRATIONS_MANAGE(Role.ADMIN),
    EXECUTIONS_MANAGE(Role.ADMIN),

    ANALYTICS_SEE(Role.MEMBER),
    INSIGHTS_MANAGE(Role.ADMIN);

    private final Role least;

    Action(Role least) {
        this.least = least;
    }

    /** The action of this name as clients write it: {@code studio_edit}. */
    public static Optional<Action> named(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }

    /** The name as clients write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The least role that may do this. */
    public Role least() {
        return least;
    }

    /** Whether this concerns an organisation as a whole, and not one of its projects: no key for projects may do it. */
    boolean isOfOrganisation() {
        return compareTo(ORGANISATION_SEE) > 0 && compareTo(STUDIO_SEE) < 0;
    }
}
