package io.nocode.foundation.privacy;

import io.nocode.foundation.attempts.PasswordProof;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Erases the caller's own account, for who proves by the password that they are its owner. */
@ApplicationScoped
public class OwnErasure {
    @Inject
    private PasswordProof proof;

    @Inject
    private Erasure erasure;

    /**
     * @throws io.nocode.shared.problem.Problem WRONG_PASSWORD, TOO_MANY_REQUESTS, OWNS_ORGANIZATIONS, LAST_SUPERUSER;
     *     FORBIDDEN for API keys
     */
    void erase(String password) {
        Account account = proof.require("password", password);
        erasure.erase(account.id());
    }
}
