package io.nocode.foundation.organisations;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import io.nocode.shared.sql.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an organisation lies in its members. */
record OrganisationFacts(
        @Nullable PersonView owner,
        long memberCount,
        @Nullable Role userRole,
        boolean isOwner) {
    static final OrganisationFacts NONE = new OrganisationFacts(null, 0, null, false);

    static OrganisationFacts of(Row row, UUID viewer) {
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
                viewer.equals(owner));
    }
}
