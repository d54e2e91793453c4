package io.nocode.foundation.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the modules above what they may know of an account. */
@ApplicationScoped
public class UserDirectory {
    @Inject
    private AccountStates states;

    /** The e-mail address of an account; empty text where the account is gone. */
    public String email(UUID account) {
        return states.find(account).map(AccountState::email).orElse("");
    }

    /** Whether the account exists and may sign in. */
    public boolean isActive(UUID account) {
        return states.find(account).map(AccountState::active).orElse(false);
    }
}
