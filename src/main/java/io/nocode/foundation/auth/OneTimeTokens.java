package io.nocode.foundation.auth;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tokens in e-mailed links: 256 random bits, stored as a hash, bound to account and purpose, used once. */
@ApplicationScoped
@Transactional
public class OneTimeTokens {
    public enum Purpose {
        VERIFY_EMAIL,
        RESET_PASSWORD
    }

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /** A new token for an account of the platform. */
    String issue(UUID account, Purpose purpose, Duration lifetime) {
        return issue(Realm.PLATFORM, account, purpose, lifetime);
    }

    /** A new token for an account of a realm. */
    public String issue(Realm realm, UUID account, Purpose purpose, Duration lifetime) {
        String token = vault.newToken();
        Instant now = clock.instant();
        database.update(Sql.of(
                "insert into one_time_token (id, user_id, realm, purpose, token_hash, expires_at, created_at,"
                        + " updated_at) values (?, ?, ?::uuid, ?, ?, ?, ?, ?)",
                Ids.next(),
                account,
                realm.app(),
                purpose,
                Vault.hash(token),
                now.plus(lifetime),
                now,
                now));
        return token;
    }

    /** How many were issued lately: nobody's mailbox is to be flooded. */
    public long issuedWithin(UUID account, Purpose purpose, Duration window) {
        return database.first(
                        Sql.of(
                                "select count(*) from one_time_token where user_id = ? and purpose = ?"
                                        + " and created_at > ?",
                                account,
                                purpose,
                                clock.instant().minus(window)),
                        row -> row.number("count"))
                .orElse(0L);
    }

    /**
     * Uses a token up, and with it every other of its account and purpose; of two who use it at once, one does.
     *
     * @return whose it was
     * @throws io.nocode.shared.problem.Problem INVALID_LINK where it is unknown, used, too old or for something else
     */
    UUID use(String token, Purpose purpose) {
        return use(Realm.PLATFORM, token, purpose);
    }

    /** Like {@link #use(String, Purpose)}, in a realm: a token of another one is unknown there. */
    public UUID use(Realm realm, String token, Purpose purpose) {
        Instant now = clock.instant();
        Optional<UUID> account = database.first(
                Sql.of(
                        "update one_time_token set used_at = ?, updated_at = ? where token_hash = ? and purpose = ?"
                                + " and used_at is null and expires_at > ? and realm is not distinct from ?::uuid"
                                + " returning user_id",
                        now,
                        now,
                        Vault.hash(token),
                        purpose,
                        now,
                        realm.app()),
                row -> row.uuid("user_id"));
        UUID owner = account.orElseThrow(() -> AuthProblem.INVALID_LINK.at("token", "field.token"));
        voidAll(owner, purpose);
        return owner;
    }

    /** Goes on only with a token that could be used now, before work is put into it. */
    void require(String token, Purpose purpose) {
        require(Realm.PLATFORM, token, purpose);
    }

    /** Like {@link #require(String, Purpose)}, in a realm. */
    public void require(Realm realm, String token, Purpose purpose) {
        if (!database.exists(Sql.of(
                "select 1 from one_time_token where token_hash = ? and purpose = ? and used_at is null"
                        + " and expires_at > ? and realm is not distinct from ?::uuid",
                Vault.hash(token),
                purpose,
                clock.instant(),
                realm.app()))) {
            throw AuthProblem.INVALID_LINK.at("token", "field.token");
        }
    }

    /** Uses up whatever tokens of a purpose an account still has. */
    public void voidAll(UUID account, Purpose purpose) {
        Instant now = clock.instant();
        database.update(Sql.of(
                "update one_time_token set used_at = ?, updated_at = ? where user_id = ? and purpose = ?"
                        + " and used_at is null",
                now,
                now,
                account,
                purpose));
    }
}
