package io.nocode.foundation.organisations;

import io.nocode.shared.security.Role;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The organisations of an account, with its role in each. */
@ApplicationScoped
public class OwnOrganisations {
    @Inject
    private Database database;

    public List<OwnOrganisation> of(UUID account) {
        return database.list(
                Sql.of(
                        "select o.id, o.name, m.role, (select count(*) from organisation_member a"
                                + " where a.organisation_id = o.id and a.status = 'ACTIVE') as member_count"
                                + " from organisation_member m join organisation o on o.id = m.organisation_id"
                                + " where m.user_id = ? and m.status = 'ACTIVE' order by o.name, o.id",
                        account),
                row -> new OwnOrganisation(
                        row.uuid("id"), row.text("name"), Role.valueOf(row.text("role")), row.number("member_count")));
    }
}
