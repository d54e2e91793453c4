package io.nocode.foundation.organisations;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import io.nocode.shared.sql.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an organisation lies in its members and its plan.
 *
 * @param membersAllowed by the plan; -1 for unlimited
 */
record OrganisationFacts(
        @Nullable PersonView owner,
        long memberCount,
        @Nullable Role userRole,
        boolean isOwner,
        int membersAllowed) {
    static OrganisationFacts none(int membersAllowed) {
        return new OrganisationFacts(null, 0, null, false, membersAllowed);
    }

    static OrganisationFacts of(Row row, UUID viewer, int membersAllowed) {
        UUID owner = row.uuidOrNull("owner_id");
        String role = row.textOrNull("user_role");
        return new OrganisationFacts(
                owner == null
                        ? null
                        : new PersonView(
                                owner,
                                row.text("owner_email"),
                                (row.text("owner_first_name") + " " + row.text("owner_last_name")).strip()),
                row.number("member_count"),
                role == null ? null : Role.valueOf(role),
                viewer.equals(owner),
                membersAllowed);
    }
}
