package io.nocode.foundation.users;

import io.nocode.foundation.access.Callers;
import io.nocode.shared.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells the modules above what they may know of an account. */
@ApplicationScoped
public class UserDirectory implements Callers {
    @Inject
    private AccountStates states;

    /** The e-mail address of an account; empty text where the account is gone. */
    public String email(UUID account) {
        return states.find(account).map(AccountState::email).orElse("");
    }

    /** The account as a caller, for what is done in its name; empty where it is gone or may not sign in. */
    @Override
    public Optional<Caller> caller(UUID account) {
        return states.find(account)
                .filter(AccountState::active)
                .map(state -> new Caller.User(account, state.email(), state.superuser(), null));
    }

    /** Whether the account exists and may sign in. */
    public boolean isActive(UUID account) {
        return states.find(account).map(AccountState::active).orElse(false);
    }
}
