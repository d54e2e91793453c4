package io.nocode.foundation.users;

import io.nocode.foundation.access.Memberships;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Erases accounts: personal data are gone, what refers to the account keeps an id that tells of nobody. */
@ApplicationScoped
@Transactional
public class Erasure {
    @Inject
    private AccountRepository accounts;

    @Inject
    private Superusers superusers;

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private Event<AccountErasing> erasing;

    @Inject
    private Event<AccountDeactivated> deactivated;

    @Inject
    private Clock clock;

    /**
     * Erases an account, whoever asks; its sign-ins end at once.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND, LAST_SUPERUSER, OWNS_ORGANIZATIONS
     */
    public void erase(UUID id) {
        superusers.requireAnotherThan(id);
        Account account = accounts.lock(id);
        Preconditions.check(account::view);
        if (database.exists(
                Sql.of("select 1 from organisation_member where user_id = ? and role = 'OWNER' for update", id))) {
            throw UserProblem.OWNS_ORGANIZATIONS.because();
        }
        erasing.fire(new AccountErasing(id, account.email()));
        database.update(Sql.of("delete from organisation_member where user_id = ? or email = ?", id, account.email()));
        account.erase(clock.instant());
        accounts.flush();
        deactivated.fire(new AccountDeactivated(id));
        signals.send(AccountStates.TOPIC, id.toString());
        signals.send(Memberships.TOPIC, id.toString());
    }
}
