package io.nocode.foundation.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.nocode.foundation.users.Account;
import io.nocode.shared.id.Ids;
import io.nocode.shared.signal.Signal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens and verifies them. A token that was verified once is remembered until it expires: a signature
 * costs tens of microseconds, a look-up well under one.
 */
@ApplicationScoped
public class AccessTokens {
    private final Cache<String, VerifiedToken> verified =
            Caffeine.newBuilder().maximumSize(20_000).build();

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    private @Nullable TokenVerifier verifier;

    @PostConstruct
    void prepare() {
        verifier = new TokenVerifier(keys::find, AuthSettings.ISSUER, AuthSettings.AUDIENCE, clock);
    }

    /** A token for an account's sign-in. */
    String issue(Account account, UUID session) {
        List<String> groups = account.isSuperuser() ? List.of("user", "superuser") : List.of("user");
        return issue(Realm.PLATFORM, account.id(), account.email(), groups, session);
    }

    /** A token for a sign-in at a realm, which is its audience. */
    public String issue(Realm realm, UUID account, String email, List<String> groups, UUID session) {
        Instant now = clock.instant();
        SigningKey key = keys.current();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(AuthSettings.ISSUER)
                .audience(realm.audience(AuthSettings.AUDIENCE))
                .subject(account.toString())
                .claim("upn", email)
                .claim("groups", groups)
                .claim("sid", session.toString())
                .jwtID(Ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(AuthSettings.ACCESS_LIFETIME)))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.id().toString())
                        .build(),
                claims);
        try {
            jwt.sign(new RSASSASigner(Objects.requireNonNull(key.full())));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    /** What a token says; empty where it is forged or has expired. Whether its sign-in still lasts is not asked. */
    Optional<VerifiedToken> verify(String token) {
        VerifiedToken known = verified.getIfPresent(token);
        if (known != null) {
            if (clock.instant().isBefore(known.expiresAt())) {
                return Optional.of(known);
            }
            verified.invalidate(token);
            return Optional.empty();
        }
        Optional<VerifiedToken> now = Objects.requireNonNull(verifier).verify(token);
        now.ifPresent(claims -> verified.put(token, claims));
        return now;
    }

    /** A key that was withdrawn takes its tokens with it. */
    void forget(@Observes Signal signal) {
        if (signal.concerns(SigningKeys.TOPIC)) {
            verified.invalidateAll();
        }
    }
}
