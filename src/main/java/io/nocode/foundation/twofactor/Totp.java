package io.nocode.foundation.twofactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as authenticator applications make them: RFC 6238 over RFC 4226 with HMAC-SHA-1, steps
 * of thirty seconds and six digits, the only ones that all of them understand.
 */
final class Totp {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    /** 160 bits, as RFC 4226 recommends. */
    static final int SECRET_BYTES = 20;

    /** Clocks differ, and people type slowly: the codes of the step before and of the one after are good too. */
    private static final int DRIFT_STEPS = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        int modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /**
     * The step that a code is of, if it is good now.
     *
     * @param newestUsed the newest step whose code was taken before: that one, and older ones, are good no more
     */
    static OptionalLong accepted(byte[] secret, String code, Instant now, long newestUsed) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - DRIFT_STEPS; step <= step(now) + DRIFT_STEPS; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), given);
            if (same && step > newestUsed && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
