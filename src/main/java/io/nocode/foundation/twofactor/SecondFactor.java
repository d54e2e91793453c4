package io.nocode.foundation.twofactor;

import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Judges what people type as their second factor. */
@ApplicationScoped
@Transactional
public class SecondFactor {
    @Inject
    private AccountRepository accounts;

    @Inject
    private RecoveryCodes recoveryCodes;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * Uses a code up: one of the authenticator, or a recovery code. The account is locked meanwhile, so that no code is
     * good for two sign-ins.
     *
     * @return whether it was good
     */
    public boolean use(UUID account, String otp) {
        Account locked = accounts.lock(account);
        return locked.isTwoFactorEnabled()
                && (useCode(locked, otp, clock.instant()) || recoveryCodes.use(account, otp));
    }

    /** Takes a code of the authenticator that is being set up, or is at work, and no other. */
    boolean useCode(Account account, String otp, Instant now) {
        String sealed = account.otpSecret();
        if (sealed == null) {
            return false;
        }
        OptionalLong step = Totp.accepted(vault.open(sealed), otp.replaceAll("\\s", ""), now, account.otpLastStep());
        step.ifPresent(account::otpUsed);
        return step.isPresent();
    }
}
