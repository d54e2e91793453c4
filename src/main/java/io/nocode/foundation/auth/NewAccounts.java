package io.nocode.foundation.auth;

import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.UserRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Stores a registered account together with the mail that asks to confirm its address. */
@ApplicationScoped
@Transactional
public class NewAccounts {
    @Inject
    private AccountRepository accounts;

    @Inject
    private EmailVerification verification;

    @Inject
    private Event<UserRegistered> registered;

    void add(Account account) {
        accounts.add(account);
        verification.send(account);
        registered.fire(new UserRegistered(account.id(), account.email()));
    }
}
