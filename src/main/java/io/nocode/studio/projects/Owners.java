package io.nocode.studio.projects;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.CommonProblem;
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
        UUID organisation = asked == null ? only() : asked;
        access.require(Action.STUDIO_EDIT, organisation);
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
        if (possible.isEmpty()) {
            throw CommonProblem.INVALID.at("organization_id", "field.required");
        }
        return possible.get(0);
    }
}
