package io.nocode.foundation.auth;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refresh tokens: stored as a hash, spent once, each the parent of the next. */
@ApplicationScoped
@Transactional
public class RefreshTokens {
    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /** Whose a token is. */
    record Owner(UUID account, UUID session, Instant expiresAt, boolean usable) {}

    /**
     * A token's fate.
     *
     * @param child the token that takes its place, where it has one
     */
    record Rotated(
            Rotation rotation,
            UUID user,
            UUID session,
            @Nullable String child) {}

    /** Makes a token of a sign-in. */
    String add(UUID session) {
        String token = vault.newToken();
        Instant now = clock.instant();
        database.update(Sql.of(
                "insert into refresh_token (id, session_id, token_hash, expires_at, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                session,
                Vault.hash(token),
                now.plus(AuthSettings.REFRESH_LIFETIME),
                now,
                now));
        return token;
    }

    /** Whose token this is; empty where it is unknown in this realm. */
    Optional<Owner> owner(Realm realm, String token) {
        return database.first(
                Sql.of(
                        "select s.user_id, t.session_id, t.expires_at, t.spent_at is null and s.ended_at is null"
                                + " and t.expires_at > ? as usable from refresh_token t"
                                + " join user_session s on s.id = t.session_id where t.token_hash = ?"
                                + " and s.realm is not distinct from ?::uuid",
                        clock.instant(),
                        Vault.hash(token),
                        realm.app()),
                row -> new Owner(
                        row.uuid("user_id"), row.uuid("session_id"), row.instant("expires_at"), row.flag("usable")));
    }

    /** Spends a token. The row is locked: of those who present it at once, one makes the child and all get it. */
    Optional<Rotated> rotate(Realm realm, String token) {
        return database.first(
                        Sql.of(
                                "select t.id, t.session_id, t.spent_at, t.expires_at, t.sealed_child, s.user_id,"
                                        + " s.ended_at is not null as ended from refresh_token t"
                                        + " join user_session s on s.id = t.session_id where t.token_hash = ?"
                                        + " and s.realm is not distinct from ?::uuid for update of t",
                                Vault.hash(token),
                                realm.app()),
                        Presented::of)
                .map(this::decide);
    }

    private Rotated decide(Presented token) {
        Instant now = clock.instant();
        Rotation rotation =
                Rotation.of(token.spentAt(), token.expiresAt(), token.ended(), now, AuthSettings.REFRESH_GRACE);
        return switch (rotation) {
            case ROTATE -> new Rotated(rotation, token.user(), token.session(), spend(token, now));
            case SAME_CHILD ->
                new Rotated(
                        rotation,
                        token.user(),
                        token.session(),
                        vault.openText(Objects.requireNonNull(token.sealedChild())));
            default -> new Rotated(rotation, token.user(), token.session(), null);
        };
    }

    private String spend(Presented token, Instant now) {
        String child = add(token.session());
        database.update(Sql.of(
                "update refresh_token set spent_at = ?, sealed_child = ?, updated_at = ? where id = ?",
                now,
                vault.sealText(child),
                now,
                token.id()));
        database.update(Sql.of(
                "update user_session set last_seen_at = ?, expires_at = ?, updated_at = ? where id = ?",
                now,
                now.plus(AuthSettings.REFRESH_LIFETIME),
                now,
                token.session()));
        return child;
    }

    private record Presented(
            UUID id,
            UUID session,
            UUID user,
            @Nullable Instant spentAt,
            Instant expiresAt,
            @Nullable String sealedChild,
            boolean ended) {
        static Presented of(Row row) {
            return new Presented(
                    row.uuid("id"),
                    row.uuid("session_id"),
                    row.uuid("user_id"),
                    row.instantOrNull("spent_at"),
                    row.instant("expires_at"),
                    row.textOrNull("sealed_child"),
                    row.flag("ended"));
        }
    }
}
