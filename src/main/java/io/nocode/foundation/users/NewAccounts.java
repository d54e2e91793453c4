package io.nocode.foundation.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Stores new accounts, and tells in the same transaction that they are there. */
@ApplicationScoped
@Transactional
public class NewAccounts {
    @Inject
    private AccountRepository accounts;

    @Inject
    private Event<UserRegistered> registered;

    /**
     * @throws io.nocode.shared.problem.Problem EMAIL_TAKEN
     */
    public void add(Account account) {
        accounts.add(account);
        registered.fire(new UserRegistered(account.id(), account.email()));
    }
}
