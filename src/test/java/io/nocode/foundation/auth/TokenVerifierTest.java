package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security case S19: whatever confuses a careless reader of tokens is refused. */
class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID USER = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID SESSION = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final UUID KEY_ID = UUID.fromString("01930000-0000-7000-8000-000000000003");

    private static RSAKey ours;
    private static RSAKey theirs;

    private final TokenVerifier verifier = new TokenVerifier(
            kid -> kid.equals(KEY_ID.toString())
                    ? Optional.of(new SigningKey(KEY_ID, ours.toPublicJWK(), null))
                    : Optional.empty(),
            "us",
            "us-too",
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void makeKeys() throws JOSEException {
        ours = new RSAKeyGenerator(2048).keyID(KEY_ID.toString()).generate();
        theirs = new RSAKeyGenerator(2048).keyID(KEY_ID.toString()).generate();
    }

    @Test
    void aTokenOfOursIsTaken() throws Exception {
        VerifiedToken token = verifier.verify(signed(header(), claims(), new RSASSASigner(ours)))
                .orElseThrow();

        assertThat(token).isEqualTo(new VerifiedToken(Realm.PLATFORM, USER, SESSION, NOW.plusSeconds(900)));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        refused(new PlainJWT(claims().build()).serialize());
        String none = encoded("{\"alg\":\"none\",\"kid\":\"" + KEY_ID + "\"}") + "."
                + encoded(claims().build().toString()) + ".";
        refused(none);
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        JWSSigner publicKeyAsSecret = new MACSigner(ours.toRSAPublicKey().getEncoded());

        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY_ID.toString()), claims(), publicKeyAsSecret));
    }

    @Test
    void anotherAlgorithmOfTheSameKeyIsRefused() throws Exception {
        for (JWSAlgorithm algorithm : Set.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            refused(signed(
                    new JWSHeader.Builder(algorithm).keyID(KEY_ID.toString()), claims(), new RSASSASigner(ours)));
        }
    }

    @Test
    void anotherKeyUnderOurNameIsRefused() throws Exception {
        refused(signed(header(), claims(), new RSASSASigner(theirs)));
    }

    @Test
    void anUnknownOrMissingKeyNameIsRefused() throws Exception {
        JWSSigner signer = new RSASSASigner(ours);

        refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../dev/null"), claims(), signer));
        refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256), claims(), signer));
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsRefused() throws Exception {
        JWSSigner signer = new RSASSASigner(theirs);
        URI elsewhere = URI.create("https://attacker.example/keys");

        refused(signed(header().jwk(theirs.toPublicJWK()), claims(), signer));
        refused(signed(header().jwkURL(elsewhere), claims(), signer));
        refused(signed(header().x509CertURL(elsewhere), claims(), signer));
        refused(signed(header().jwkURL(elsewhere), claims(), new RSASSASigner(ours)));
    }

    @Test
    void aTokenOfAnotherKindIsRefused() throws Exception {
        refused(signed(header().type(new JOSEObjectType("logout+jwt")), claims(), new RSASSASigner(ours)));
        refused(signed(header().criticalParams(Set.of("exp")), claims(), new RSASSASigner(ours)));
    }

    @Test
    void anotherIssuerOrAudienceIsRefused() throws Exception {
        refused(claims().issuer("them"));
        refused(claims().issuer(null));
        refused(claims().audience("them"));
        refused(claims().audience((String) null));
    }

    @Test
    void theTimeCounts() throws Exception {
        refused(claims().expirationTime(Date.from(NOW)));
        refused(claims().expirationTime(Date.from(NOW.minusSeconds(1))));
        refused(claims().expirationTime(null));
        refused(claims().notBeforeTime(Date.from(NOW.plusSeconds(1))));
    }

    @Test
    void aTokenThatLacksAClaimOrHasItInAnotherFormIsRefused() throws Exception {
        refused(claims().subject("admin"));
        refused(claims().subject(null));
        refused(claims().claim("sid", null));
        refused(claims().claim("sid", 7));
        refused(claims().jwtID(null));
        refused(claims().issueTime(null));
    }

    @Test
    void whatIsNoTokenAtAllIsRefused() {
        for (String text : new String[] {"", ".", "..", "a.b.c", "x".repeat(5_000), "\0", "{}", "null"}) {
            refused(text);
        }
    }

    private void refused(JWTClaimsSet.Builder claims) throws JOSEException {
        refused(signed(header(), claims, new RSASSASigner(ours)));
    }

    private void refused(String token) {
        assertThat(verifier.verify(token)).as(token).isEmpty();
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY_ID.toString());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("us")
                .audience("us-too")
                .subject(USER.toString())
                .claim("sid", SESSION.toString())
                .jwtID("1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(900)));
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(header.build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
