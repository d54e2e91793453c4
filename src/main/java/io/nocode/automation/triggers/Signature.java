package io.nocode.automation.triggers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures of deliveries: {@code t=<unix seconds>,v1=<hex>}, HMAC-SHA256 over {@code <t>.<raw body>}. */
final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-fA-F]{64})");

    private Signature() {}

    /** Whether a header signs the body with the secret, within five minutes of now. */
    static boolean signs(@Nullable String header, byte[] body, String secret, Instant now) {
        Matcher matcher = FORM.matcher(header == null ? "" : header.replace(" ", ""));
        if (!matcher.matches()) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        return MessageDigest.isEqual(HexFormat.of().parseHex(matcher.group(2)), of(matcher.group(1), body, secret))
                && Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
    }

    static byte[] of(String seconds, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
