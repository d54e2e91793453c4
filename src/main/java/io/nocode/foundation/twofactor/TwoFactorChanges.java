package io.nocode.foundation.twofactor;

import io.nocode.foundation.mail.Mail;
import io.nocode.foundation.mail.Mailer;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores what becomes of a second factor, and tells the account's owner by mail. */
@ApplicationScoped
@Transactional
public class TwoFactorChanges {
    private static final String ISSUER = "NoCode Backend";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private AccountRepository accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private RecoveryCodes recoveryCodes;

    @Inject
    private Vault vault;

    @Inject
    private Mailer mailer;

    @Inject
    private Event<SecondFactorChanged> changed;

    @Inject
    private Clock clock;

    TwoFactorSetup setUp(UUID id) {
        Account account = lockWithout(id);
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        account.prepareSecondFactor(vault.seal(secret));
        String text = Base32.encode(secret);
        String uri = "otpauth://totp/" + encoded(ISSUER + ":" + account.email()) + "?secret=" + text + "&issuer="
                + encoded(ISSUER) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
        return new TwoFactorSetup(text, uri, QrCode.dataUri(uri));
    }

    /** The recovery codes; empty where the code was wrong. */
    Optional<List<String>> confirm(UUID id, String otp) {
        Account account = lockWithout(id);
        if (account.otpSecret() == null) {
            throw TwoFactorProblem.TWO_FACTOR_DISABLED.because();
        }
        Instant now = clock.instant();
        if (!factor.useCode(account, otp, now)) {
            return Optional.empty();
        }
        account.enableSecondFactor(now);
        tell(account, "two-factor-enabled");
        changed.fire(new SecondFactorChanged(id, true));
        return Optional.of(recoveryCodes.renew(id));
    }

    /** Whether the code was good and it is off now. */
    boolean disable(UUID id, String otp) {
        Account account = accounts.lock(id);
        if (!account.isTwoFactorEnabled()) {
            throw TwoFactorProblem.TWO_FACTOR_DISABLED.because();
        }
        if (!factor.use(id, otp)) {
            return false;
        }
        account.dropSecondFactor(clock.instant());
        recoveryCodes.drop(id);
        tell(account, "two-factor-disabled");
        changed.fire(new SecondFactorChanged(id, false));
        return true;
    }

    private Account lockWithout(UUID id) {
        Account account = accounts.lock(id);
        if (account.isTwoFactorEnabled()) {
            throw TwoFactorProblem.TWO_FACTOR_ENABLED.because();
        }
        return account;
    }

    private void tell(Account account, String template) {
        mailer.send(new Mail(template, account.email(), account.language(), null, List.of(account.firstName())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
