package io.nocode.foundation.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The administration of all accounts, for superusers alone. Superusers themselves come from the configuration only. */
@ApplicationScoped
@Transactional
public class Users {
    @Inject
    private AccountRepository accounts;

    @Inject
    private NewAccounts newAccounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Superusers superusers;

    @Inject
    private Erasure erasure;

    @Inject
    private Signals signals;

    @Inject
    private Event<AccountDeactivated> deactivated;

    @Inject
    private Event<AccountReactivated> reactivated;

    @Inject
    private Clock clock;

    Page<UserView> list(PageRequest asked, @Nullable Boolean active, @Nullable String country) {
        Superusers.requireCaller();
        return accounts.listing()
                .where("e.active = :active", "active", active)
                .where("e.country = :country", "country", country)
                .search("e.email", "concat(e.firstName, concat(' ', e.lastName))")
                .sortBy("email", "e.email")
                .sortBy("first_name", "e.firstName")
                .sortBy("last_name", "e.lastName")
                .sortBy("date_joined", "e.createdAt")
                .sortBy("last_login", "e.lastLogin")
                .page(asked)
                .map(Account::view);
    }

    UserView find(UUID id) {
        Superusers.requireCaller();
        return accounts.find(id).map(Account::view).orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** Not one transaction: the hash is computed before it begins. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    UserView create(NewUser request) {
        Superusers.requireCaller();
        PasswordRules.require("password", request.password(), request.password());
        Profiles.requireTimezone(request.profile());
        Account account = new Account(
                Ids.next(),
                EmailAddress.normalised(request.email()),
                passwords.hash(request.password()),
                request.profile(),
                clock.instant());
        newAccounts.add(account);
        return account.view();
    }

    UserView merge(UUID id, JsonNode patch) {
        Superusers.requireCaller();
        Account account = accounts.lock(id);
        Preconditions.check(account::view);
        Profile profile = Body.merged(account.profile(), patch, Profile.class);
        Profiles.requireTimezone(profile);
        account.describe(profile, clock.instant());
        return account.view();
    }

    /** Closes an account: its sign-ins end at once. */
    UserView deactivate(UUID id) {
        Superusers.requireCaller();
        superusers.requireAnotherThan(id);
        Account account = accounts.lock(id);
        account.activate(false, clock.instant());
        accounts.flush();
        deactivated.fire(new AccountDeactivated(id));
        signals.send(AccountStates.TOPIC, id.toString());
        return account.view();
    }

    UserView reactivate(UUID id) {
        Superusers.requireCaller();
        Account account = accounts.lock(id);
        account.activate(true, clock.instant());
        accounts.flush();
        reactivated.fire(new AccountReactivated(id));
        signals.send(AccountStates.TOPIC, id.toString());
        return account.view();
    }

    /** Erases an account: personal data are gone, what refers to it keeps an anonymous id. */
    void erase(UUID id) {
        Superusers.requireCaller();
        erasure.erase(id);
    }
}
