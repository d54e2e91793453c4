package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.passwords.Passwords;
import io.nocode.foundation.users.Account;
import io.nocode.foundation.users.AccountRepository;
import io.nocode.foundation.users.EmailAddress;
import io.nocode.foundation.users.Profile;
import io.nocode.shared.id.Ids;
import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.settings.Settings;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * What must be there before anybody can sign in: a signing key, and a superuser. Superusers come from the configuration
 * only; an account that exists is not touched.
 */
@ApplicationScoped
@Transactional
public class FirstStart {
    private static final String DEVELOPMENT_EMAIL = "admin@example.com";
    private static final String DEVELOPMENT_PASSWORD = "Admin12345";

    @Inject
    private SigningKeys keys;

    @Inject
    private Database database;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    void prepare(@Observes PlatformStarted started) {
        keys.prepare();
        boolean development = Settings.development();
        String password = Settings.text("nocode.admin.password", development ? DEVELOPMENT_PASSWORD : "");
        if (!development && password.equals(DEVELOPMENT_PASSWORD)) {
            throw new IllegalStateException(
                    "nocode.admin.password is the password of development servers: choose another.");
        }
        database.first(Sql.of("select pg_advisory_xact_lock(hashtext('nocode.first-superuser'))::text"), row -> true);
        if (!database.exists(Sql.of("select 1 from user_account where is_superuser"))) {
            add(required("nocode.admin.email", development ? DEVELOPMENT_EMAIL : ""), password, development);
        }
    }

    private void add(String email, String password, boolean development) {
        if (password.isEmpty() || (!development && !PasswordRules.isGood(password))) {
            throw new IllegalStateException(
                    "nocode.admin.password must be set to a good password: at least eight characters, an upper-case"
                            + " letter and a digit, and not a common one.");
        }
        if (accounts.findByEmail(email).isPresent()) {
            throw new IllegalStateException("nocode.admin.email: " + email + " is an ordinary account already.");
        }
        Instant now = clock.instant();
        Account account = new Account(
                Ids.next(),
                EmailAddress.normalised(email),
                passwords.hash(password),
                new Profile("Platform", "Administrator", null, null, null, null),
                now);
        account.verifyEmail(now);
        account.grantAdministration(true, true, now);
        accounts.add(account);
    }

    private static String required(String key, String otherwise) {
        String value = Settings.text(key, otherwise);
        if (value.isEmpty()) {
            throw new IllegalStateException(key + " is not set: the e-mail address of the first superuser.");
        }
        return value;
    }
}
