package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.EmailAddress;
import io.nocode.foundation.users.NewAccounts;
import io.nocode.foundation.users.UserProblem;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes accounts for people who ask for one. The password is hashed before any transaction is open. */
@ApplicationScoped
public class Registration {
    @Inject
    private Throttle throttle;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private NewAccounts newAccounts;

    @Inject
    private Clock clock;

    /**
     * @throws io.nocode.shared.problem.Problem EMAIL_TAKEN, WEAK_PASSWORD
     */
    Registered register(RegisterRequest request) {
        throttle.count();
        PasswordRules.require("password", request.password(), request.passwordConfirm());
        Account account = passwords.limited(() -> store(request));
        return new Registered(Messages.text(RequestContext.currentLanguage(), "auth.registered"), account.view(), true);
    }

    /** Asked for and stored while holding one place at work: who waits for an address that is taken is told at once. */
    private Account store(RegisterRequest request) {
        if (accounts.findByEmail(request.email()).isPresent()) {
            throw UserProblem.EMAIL_TAKEN.at("email", "field.taken");
        }
        Account account = new Account(
                Ids.next(),
                EmailAddress.normalised(request.email()),
                passwords.hash(request.password()),
                request.profile(),
                clock.instant());
        newAccounts.add(account);
        return account;
    }
}
