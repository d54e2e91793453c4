package io.nocode.foundation.twofactor;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Recovery codes: ten to a set, 80 random bits each, stored as a hash, good once. */
@ApplicationScoped
@Transactional
public class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** A new set in place of the old one. */
    List<String> renew(UUID account) {
        drop(account);
        Instant now = clock.instant();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            String code = newCode();
            codes.add(code);
            database.update(Sql.of(
                    "insert into recovery_code (id, user_id, code_hash, created_at, updated_at) values (?, ?, ?, ?, ?)",
                    Ids.next(),
                    account,
                    hash(code),
                    now,
                    now));
        }
        return codes;
    }

    /** Uses a code up, and tells whether it was one; of two who use it at once, one does. */
    boolean use(UUID account, String code) {
        Instant now = clock.instant();
        return database.update(Sql.of(
                        "update recovery_code set used_at = ?, updated_at = ? where user_id = ? and code_hash = ?"
                                + " and used_at is null",
                        now,
                        now,
                        account,
                        hash(code)))
                == 1;
    }

    void drop(UUID account) {
        database.update(Sql.of("delete from recovery_code where user_id = ?", account));
    }

    private String newCode() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return String.join("-", Base32.encode(bytes).toLowerCase(Locale.ROOT).split("(?<=\\G.{" + GROUP + "})"));
    }

    /** However it is typed: with or without hyphens and blanks, in any case. */
    private static String hash(String code) {
        return Vault.hash(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }
}
