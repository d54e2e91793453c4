package io.nocode.foundation.organisations;

import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.page.Page;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Completes organisations by what lies in their members, and by its plan, with one query each for a page of them. */
@ApplicationScoped
public class OrganisationViews {
    @Inject
    private Database database;

    @Inject
    private Quotas quotas;

    OrganisationView of(Organisation organisation, UUID viewer) {
        return organisation.view(facts(List.of(organisation.id()), viewer).apply(organisation.id()));
    }

    Page<OrganisationView> of(Page<Organisation> page, UUID viewer) {
        Function<UUID, OrganisationFacts> facts =
                facts(page.results().stream().map(Organisation::id).toList(), viewer);
        return page.map(each -> each.view(facts.apply(each.id())));
    }

    private Function<UUID, OrganisationFacts> facts(List<UUID> organisations, UUID viewer) {
        Map<UUID, Integer> allowed = new HashMap<>();
        quotas.of(organisations)
                .forEach((id, allowance) -> allowed.put(id, allowance.limits().of(Limit.MAX_MEMBERS)));
        Map<UUID, OrganisationFacts> facts = new HashMap<>();
        database.list(
                        Sql.of(
                                "select m.organisation_id, count(*) as member_count,"
                                        + " max(m.role) filter (where m.user_id = ?) as user_role,"
                                        + " (max(u.id::text) filter (where m.role = 'OWNER'))::uuid as owner_id,"
                                        + " max(u.email) filter (where m.role = 'OWNER') as owner_email,"
                                        + " max(u.first_name) filter (where m.role = 'OWNER') as owner_first_name,"
                                        + " max(u.last_name) filter (where m.role = 'OWNER') as owner_last_name"
                                        + " from organisation_member m join user_account u on u.id = m.user_id"
                                        + " where m.status = 'ACTIVE' and m.organisation_id = any (?::uuid[])"
                                        + " group by m.organisation_id",
                                viewer,
                                organisations),
                        row -> Map.entry(
                                row.uuid("organisation_id"),
                                OrganisationFacts.of(
                                        row, viewer, allowed.getOrDefault(row.uuid("organisation_id"), 0))))
                .forEach(each -> facts.put(each.getKey(), each.getValue()));
        return id -> facts.getOrDefault(id, OrganisationFacts.none(allowed.getOrDefault(id, 0)));
    }
}
