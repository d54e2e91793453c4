package io.nocode.studio.projects;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.organisations.OrganisationType;
import io.nocode.foundation.organisations.OrganisationUpdate;
import io.nocode.foundation.organisations.Organisations;
import io.nocode.foundation.users.UserDirectory;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The organisations that projects belong to. */
@ApplicationScoped
class Owners {
    @Inject
    private Database database;

    @Inject
    private Access access;

    @Inject
    private Organisations organisations;

    @Inject
    private UserDirectory users;

    /** The names of organisations. */
    Map<UUID, String> names(Collection<UUID> organisations) {
        if (organisations.isEmpty()) {
            return Map.of();
        }
        return database
                .list(
                        Sql.of("select id, name from organisation where id = any(?)", organisations),
                        row -> Map.entry(row.uuid("id"), row.text("name")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String name(UUID organisation) {
        return names(List.of(organisation)).getOrDefault(organisation, "");
    }

    /**
     * Where a new project of the caller's belongs; held fast until the transaction ends, so that names and slugs stay
     * unique.
     */
    UUID ofNewProject(@Nullable UUID asked) {
        if (access.isConfined()) {
            throw CommonProblem.FORBIDDEN.because();
        }
        UUID organisation = asked == null ? only() : asked;
        if (asked != null) {
            access.require(Action.STUDIO_EDIT, organisation);
        }
        if (!database.exists(Sql.of("select 1 from organisation where id = ? for no key update", organisation))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return organisation;
    }

    private UUID only() {
        List<UUID> possible = access.organisations().stream()
                .filter(each -> access.may(Action.STUDIO_EDIT, each))
                .toList();
        if (possible.size() > 1) {
            throw CommonProblem.INVALID.at("organization_id", "field.organization.several");
        }
        return possible.isEmpty() ? personal() : possible.get(0);
    }

    /** An organisation for somebody who has none to build in. */
    private UUID personal() {
        String address = users.email(CurrentUser.id());
        String name = address.substring(0, Math.max(0, address.indexOf('@')));
        return organisations
                .create(new OrganisationUpdate(
                        name.substring(0, Math.min(name.length(), 100)), null, OrganisationType.FREELANCE, null))
                .id();
    }
}
