package io.nocode.foundation.organisations;

import io.nocode.foundation.privacy.PersonalData;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The part that people have in organisations, or are invited to have; erasing takes it away with the account. */
@ApplicationScoped
class MembershipData implements PersonalData {
    @Override
    public Map<String, Sql> of(UUID person, String email) {
        return Map.of(
                "organizations",
                Sql.of(
                        "select o.id, o.name, m.role, m.permissions, m.joined_at, m.created_at from organisation_member m"
                                + " join organisation o on o.id = m.organisation_id where m.user_id = ? order by m.created_at",
                        person),
                "invitations",
                Sql.of(
                        "select o.id as organization_id, o.name, m.role, m.invitation_expires_at as expires_at,"
                                + " m.created_at from organisation_member m join organisation o on o.id = m.organisation_id"
                                + " where m.email = ? and m.status = 'PENDING' order by m.created_at",
                        email),
                "invited",
                Sql.of(
                        "select m.organisation_id as organization_id, m.role, m.created_at"
                                + " from organisation_member m where m.invited_by = ? order by m.created_at",
                        person));
    }
}
