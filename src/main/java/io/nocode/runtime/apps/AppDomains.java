package io.nocode.runtime.apps;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The host names of applications: each belongs to one, in the whole installation. */
@ApplicationScoped
class AppDomains {
    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Gives an application these names and no others.
     *
     * @throws io.nocode.shared.problem.Problem DOMAIN_TAKEN where another one has a name
     */
    void put(UUID app, List<String> domains) {
        database.update(Sql.of("delete from app_domain where app_id = ?", app));
        // In one order for all, so that two who want the same names do not wait for each other.
        for (String domain : domains.stream().sorted().toList()) {
            try {
                database.update(Sql.of(
                        "insert into app_domain (domain, app_id, created_at) values (?, ?, ?)",
                        domain,
                        app,
                        clock.instant()));
            } catch (DatabaseFault fault) {
                if (fault.isUniqueViolation()) {
                    throw AppProblem.DOMAIN_TAKEN.at(
                            "configuration.domains[" + domains.indexOf(domain) + "]", "field.taken");
                }
                throw fault;
            }
        }
    }
}
