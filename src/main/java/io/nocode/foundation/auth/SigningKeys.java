package io.nocode.foundation.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.signal.Signal;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The keys that sign access tokens. They live in the database, sealed by the master key, so that every node has the
 * same; a retired key verifies until the last token that it signed has expired.
 */
@ApplicationScoped
@Transactional
public class SigningKeys {
    /** The topic of the signal to send when a key was made or retired. */
    static final String TOPIC = "signing-key";

    private static final int RSA_BITS = 2048;
    /** An unknown {@code kid} makes a node look again, but a flood of forged tokens not more often than this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    private volatile Map<String, SigningKey> byKid = Map.of();
    private volatile Instant loadedAt = Instant.MIN;

    /** Makes the first key where there is none; nodes that start together wait for one another. */
    public void prepare() {
        lock();
        if (!database.exists(Sql.of("select 1 from signing_key where retired_at is null"))) {
            add();
        }
        load();
    }

    /** Retires the key at work once it is old enough, and makes the next; one of several nodes does it. */
    public void rotateWhereDue() {
        rotate(clock.instant().minus(AuthSettings.KEY_LIFETIME));
    }

    /** Retires the key at work, whatever its age, and makes the next. */
    public void rotateNow() {
        rotate(clock.instant());
    }

    private void rotate(Instant madeBefore) {
        lock();
        Instant now = clock.instant();
        int retired = database.update(Sql.of(
                "update signing_key set retired_at = ?, updated_at = ? where retired_at is null and created_at < ?",
                now,
                now,
                madeBefore));
        int dropped = database.update(Sql.of(
                "delete from signing_key where retired_at < ?",
                now.minus(AuthSettings.ACCESS_LIFETIME.multipliedBy(2))));
        if (retired > 0) {
            add();
        }
        if (retired + dropped > 0) {
            signals.send(TOPIC, "");
        }
    }

    /** The key at work. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public SigningKey current() {
        return find(key -> key.full() != null)
                .orElseThrow(() -> new IllegalStateException("There is no signing key yet."));
    }

    /** The key that a token names, if it is one of ours. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SigningKey> find(String kid) {
        return find(key -> key.id().toString().equals(kid));
    }

    /** The public halves, for other services (RFC 7517). */
    @Transactional(Transactional.TxType.SUPPORTS)
    public KeySet published() {
        load();
        return new KeySet(byKid.values().stream()
                .map(key -> Json.tree(key.publicKey().toJSONObject()))
                .toList());
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void forget(@Observes Signal signal) {
        if (signal.concerns(TOPIC)) {
            loadedAt = Instant.MIN;
            byKid = Map.of();
        }
    }

    private Optional<SigningKey> find(java.util.function.Predicate<SigningKey> wanted) {
        Optional<SigningKey> known = byKid.values().stream().filter(wanted).findFirst();
        if (known.isEmpty() && clock.instant().isAfter(later(loadedAt))) {
            load();
            known = byKid.values().stream().filter(wanted).findFirst();
        }
        return known;
    }

    private static Instant later(Instant loaded) {
        return loaded.equals(Instant.MIN) ? loaded : loaded.plus(LOOK_AGAIN);
    }

    private void lock() {
        database.first(Sql.of("select pg_advisory_xact_lock(hashtext('nocode.signing-key'))::text"), row -> true);
    }

    private void add() {
        UUID id = Ids.next();
        Instant now = clock.instant();
        try {
            RSAKey key = new RSAKeyGenerator(RSA_BITS)
                    .keyID(id.toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            database.update(Sql.of(
                    "insert into signing_key (id, public_jwk, sealed_private_jwk, created_at, updated_at)"
                            + " values (?, ?::jsonb, ?, ?, ?)",
                    id,
                    key.toPublicJWK().toJSONString(),
                    vault.sealText(key.toJSONString()),
                    now,
                    now));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void load() {
        byKid = database
                .list(
                        Sql.of("select id, public_jwk::text, sealed_private_jwk, retired_at from signing_key"
                                + " order by created_at"),
                        this::read)
                .stream()
                .collect(Collectors.toUnmodifiableMap(key -> key.id().toString(), key -> key));
        loadedAt = clock.instant();
    }

    private SigningKey read(Row row) {
        try {
            boolean atWork = row.instantOrNull("retired_at") == null;
            return new SigningKey(
                    row.uuid("id"),
                    RSAKey.parse(row.text("public_jwk")),
                    atWork ? RSAKey.parse(vault.openText(row.text("sealed_private_jwk"))) : null);
        } catch (ParseException broken) {
            throw new IllegalStateException("A stored signing key cannot be read.", broken);
        }
    }
}
