package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the last 24 hours by caller and key. They are sealed, since some of them hold tokens; so is the
 * fingerprint of the request, since a plain hash of a body with a password would be an invitation to guess it.
 */
@ApplicationScoped
public class IdempotencyStore {
    private static final Duration KEPT = Duration.ofHours(24);
    /** A request that has not ended after this time died with its node. */
    private static final Duration AT_WORK = Duration.ofMinutes(2);

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    private record Entry(String hash, @Nullable StoredAnswer answer, Instant createdAt) {}

    /** Takes the key for a request, or gives the answer that it had; IDEMPOTENCY_CONFLICT where neither can be. */
    @Nullable
    StoredAnswer begin(String caller, String key, String hash) {
        Instant now = clock.instant();
        int inserted = database.update(Sql.of(
                "insert into idempotency as i (caller, key, request_hash, created_at) values (?, ?, ?, ?)"
                        + " on conflict (caller, key) do update set request_hash = excluded.request_hash,"
                        + " created_at = excluded.created_at, status = null, content_type = null, location = null,"
                        + " body = null where i.created_at < ? or (i.status is null and i.created_at < ?)",
                caller,
                key,
                vault.sealText(hash),
                now,
                now.minus(KEPT),
                now.minus(AT_WORK)));
        if (inserted == 1) {
            return null;
        }
        Optional<Entry> entry = find(caller, key);
        if (entry.isEmpty() || !entry.get().hash().equals(hash) || entry.get().answer() == null) {
            throw CommonProblem.IDEMPOTENCY_CONFLICT.because().retryAfter(Duration.ofSeconds(1));
        }
        return entry.get().answer();
    }

    void finish(String caller, String key, StoredAnswer answer) {
        database.update(Sql.of(
                "update idempotency set status = ?, content_type = ?, location = ?, body = ?"
                        + " where caller = ? and key = ?",
                answer.status(),
                answer.contentType(),
                answer.location(),
                vault.seal(answer.body()).getBytes(StandardCharsets.US_ASCII),
                caller,
                key));
    }

    /** Gives the key back: the request failed in a way that may be tried again. */
    void forget(String caller, String key) {
        database.update(Sql.of("delete from idempotency where caller = ? and key = ?", caller, key));
    }

    /** Drops what is older than a day. */
    public void sweep() {
        database.update(Sql.of(
                "delete from idempotency where created_at < ?", clock.instant().minus(KEPT)));
    }

    private Optional<Entry> find(String caller, String key) {
        return database.first(
                Sql.of(
                        "select request_hash, status, content_type, location, body, created_at from idempotency"
                                + " where caller = ? and key = ?",
                        caller,
                        key),
                row -> new Entry(
                        vault.openText(row.text("request_hash")),
                        row.textOrNull("status") == null
                                ? null
                                : new StoredAnswer(
                                        (int) row.number("status"),
                                        row.textOrNull("content_type"),
                                        row.textOrNull("location"),
                                        vault.open(new String(row.bytes("body"), StandardCharsets.US_ASCII))),
                        row.instant("created_at")));
    }
}
