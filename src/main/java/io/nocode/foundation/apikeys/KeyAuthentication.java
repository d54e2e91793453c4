package io.nocode.foundation.apikeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nocode.foundation.users.AccountState;
import io.nocode.foundation.users.AccountStates;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Recognises the holders of API keys. Key and maker are asked at each request: an end of either is felt at once. */
@ApplicationScoped
public class KeyAuthentication {
    static final String PREFIX = "nck_";

    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    /** The keys whose use was noted within the last minute. */
    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(USE_NOTED)
            .build();

    @Inject
    private KeyStates keys;

    @Inject
    private AccountStates accounts;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Whose key this is.
     *
     * @throws io.nocode.shared.problem.Problem UNAUTHENTICATED where it is unknown, deleted or expired, or its maker may
     *     not sign in
     */
    public Caller caller(String key) {
        if (!key.startsWith(PREFIX)) {
            throw CommonProblem.UNAUTHENTICATED.because();
        }
        Instant now = clock.instant();
        KeyState state = keys.find(Vault.hash(key))
                .filter(found -> found.isGoodAt(now))
                .orElseThrow(CommonProblem.UNAUTHENTICATED::because);
        Caller caller = caller(state).orElseThrow(CommonProblem.UNAUTHENTICATED::because);
        if (noted.asMap().putIfAbsent(state.id(), true) == null) {
            database.update(Sql.of("update api_key set last_used_at = ? where id = ?", now, state.id()));
        }
        return caller;
    }

    /** The key of that id as a caller, for work that goes on in its name; empty where it may do nothing any more. */
    public Optional<Caller> again(UUID id) {
        return keys.find(id).filter(found -> found.isGoodAt(clock.instant())).flatMap(this::caller);
    }

    private Optional<Caller> caller(KeyState state) {
        return accounts.find(state.maker())
                .filter(AccountState::active)
                .map(maker -> new Caller.ApiKey(
                        state.id(),
                        state.maker(),
                        maker.email(),
                        maker.superuser(),
                        state.organisation(),
                        state.role(),
                        state.projects()));
    }
}
