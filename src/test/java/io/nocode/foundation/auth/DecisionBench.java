package io.nocode.foundation.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.BenchMemberships;
import io.nocode.foundation.access.Target;
import io.nocode.foundation.users.AccountState;
import io.nocode.foundation.users.AccountStates;
import io.nocode.shared.security.Caller;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * What it costs to let a request of a member through: verifying the token, asking whether account and sign-in last,
 * finding the membership, deciding. Everything is the product's own; only the database behind the caches is canned. Run
 * by {@code bench/decision}.
 */
public final class DecisionBench {
    private static final int PEOPLE = 1_000;
    private static final int ROUNDS = 8;
    private static final int PER_ROUND = 400_000;
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID PROJECT = UUID.randomUUID();
    private static final Target TARGET = Target.project(PROJECT, ORGANISATION, false);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final TokenAuthenticator authenticator = new TokenAuthenticator();
    private final Access access = new Access();
    private final AccessTokens tokens = new AccessTokens();
    private final TokenVerifier verifier;
    private final List<String> signed = new ArrayList<>();

    private DecisionBench() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        UUID kid = UUID.randomUUID();
        SigningKey signing = new SigningKey(kid, key.toPublicJWK(), null);
        verifier = new TokenVerifier(
                id -> id.equals(kid.toString()) ? Optional.of(signing) : Optional.empty(),
                "us",
                "us",
                Clock.systemUTC());
        Signals signals = new Heard();
        Database canned = new Canned();
        AccountStates accounts = wired(new AccountStates(), canned, signals);
        SessionStates sessions = wired(new SessionStates(), canned, signals);
        set(tokens, "clock", Clock.systemUTC());
        set(tokens, "verifier", verifier);
        set(authenticator, "tokens", tokens);
        set(authenticator, "accounts", accounts);
        set(authenticator, "sessions", sessions);
        set(access, "memberships", BenchMemberships.over(canned, signals));
        RSASSASigner signer = new RSASSASigner(key);
        for (int i = 0; i < PEOPLE; i++) {
            signed.add(token(kid, signer));
        }
    }

    public static void main(String[] arguments) throws Exception {
        DecisionBench bench = new DecisionBench();
        System.out.printf(
                Locale.ROOT,
                "%d processors, %s %s, %d people%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                PEOPLE);
        for (int round = 1; round <= ROUNDS; round++) {
            double first = bench.cpuMicros(PEOPLE, bench::firstSight);
            double known = bench.cpuMicros(PER_ROUND, bench::request);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: a token seen before %.3f us CPU a request; a token's first sight (RS256) %.1f us%n",
                    round,
                    known,
                    first);
        }
    }

    /** A request whose token this node has verified before: what nearly every request is. */
    private void request(int index) {
        Caller caller = authenticator.byToken(signed.get(index % PEOPLE));
        if (!access.decide(caller, Action.ROWS_READ, TARGET).isAllowed()) {
            throw new AssertionError("The member may read.");
        }
    }

    private void firstSight(int index) {
        if (verifier.verify(signed.get(index % PEOPLE)).isEmpty()) {
            throw new AssertionError("The token is good.");
        }
    }

    private interface Step {
        void take(int index);
    }

    private double cpuMicros(int times, Step step) {
        Random random = new Random(7);
        int[] order = random.ints(times, 0, PEOPLE).toArray();
        long before = threads.getCurrentThreadCpuTime();
        for (int index : order) {
            step.take(index);
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / times;
    }

    private static String token(UUID kid, RSASSASigner signer) throws Exception {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(kid.toString())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("us")
                        .audience("us")
                        .subject(UUID.randomUUID().toString())
                        .claim("upn", "somebody@example.com")
                        .claim("groups", List.of("user"))
                        .claim("sid", UUID.randomUUID().toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3_600)))
                        .build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static <T> T wired(T bean, Database database, Signals signals) throws Exception {
        set(bean, "database", database);
        set(bean, "signals", signals);
        return bean;
    }

    private static void set(Object bean, String field, Object value) throws Exception {
        Field found = bean.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(bean, value);
    }

    /** Those of a node that hears the others, outside of any transaction. */
    private static final class Heard extends Signals {
        @Override
        public boolean isCurrent(String topic) {
            return true;
        }
    }

    /** Answers every question of the caches with somebody who may. */
    private static final class Canned extends Database {
        @Override
        @SuppressWarnings("unchecked")
        public <T> Optional<T> first(Sql sql, Function<Row, T> read) {
            return Optional.of((T) new AccountState("somebody@example.com", true, false));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> list(Sql sql, Function<Row, T> read) {
            return List.of((T) Map.entry(ORGANISATION, BenchMemberships.member()));
        }

        @Override
        public boolean exists(Sql sql) {
            return true;
        }
    }
}
