package io.nocode.foundation.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens by the rules of MicroProfile JWT and RFC 8725: RS256 and nothing else, a key of ours that the
 * header merely names, our issuer and audience, and the time. Everything else in the header is refused, not ignored.
 */
final class TokenVerifier {
    /** Ours have about 700 letters. */
    private static final int MAX_LENGTH = 4_096;

    private final Function<String, Optional<SigningKey>> keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    TokenVerifier(Function<String, Optional<SigningKey>> keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** What the token says; empty where anything about it is not as it must be. */
    Optional<VerifiedToken> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Optional<SigningKey> key =
                    isOurs(jwt.getHeader()) ? keys.apply(jwt.getHeader().getKeyID()) : Optional.empty();
            if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get().publicKey()))) {
                return Optional.empty();
            }
            return claims(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(JWSHeader header) {
        return JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && header.getKeyID() != null
                && (header.getType() == null || JOSEObjectType.JWT.equals(header.getType()))
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null
                && header.getCriticalParams() == null;
    }

    private Optional<VerifiedToken> claims(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        @Nullable Date expires = claims.getExpirationTime();
        @Nullable Date notBefore = claims.getNotBeforeTime();
        if (!issuer.equals(claims.getIssuer())
                || expires == null
                || !now.isBefore(expires.toInstant())
                || (notBefore != null && now.isBefore(notBefore.toInstant()))
                || claims.getIssueTime() == null
                || claims.getJWTID() == null
                || claims.getSubject() == null
                || claims.getStringClaim("sid") == null) {
            return Optional.empty();
        }
        Optional<Realm> realm = realm(claims);
        UUID user = UUID.fromString(claims.getSubject());
        UUID session = UUID.fromString(claims.getStringClaim("sid"));
        return realm.map(where -> new VerifiedToken(where, user, session, expires.toInstant()));
    }

    /** The one realm that is the token's audience; who names several is taken for the platform or for nothing. */
    private Optional<Realm> realm(JWTClaimsSet claims) {
        List<String> audiences = claims.getAudience();
        if (audiences.contains(audience)) {
            return Optional.of(Realm.PLATFORM);
        }
        return audiences.size() == 1 ? Realm.ofAudience(audiences.get(0), audience) : Optional.empty();
    }
}
