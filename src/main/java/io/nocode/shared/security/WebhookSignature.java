package io.nocode.shared.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of what is delivered to us, in the scheme of Stripe: a header {@code t=<unix seconds>,v1=<hex>}, in which {@code v1} may stand several
 * times while secrets are changed; HMAC-SHA256 over {@code <t>.<raw body>}.
 */
public final class WebhookSignature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private WebhookSignature() {}

    /** Whether a header signs the body with the secret, within five minutes of now. */
    public static boolean signs(@Nullable String header, byte[] body, String secret, Instant now) {
        String seconds = "";
        boolean signed = false;
        for (String part : (header == null ? "" : header).split(",", 20)) {
            String value = part.strip();
            if (value.startsWith("t=") && seconds.isEmpty()) {
                seconds = value.substring(2);
            }
        }
        if (!SECONDS.matcher(seconds).matches()) {
            return false;
        }
        byte[] expected = of(seconds, body, secret);
        for (String part : (header == null ? "" : header).split(",", 20)) {
            String value = part.strip();
            if (value.startsWith("v1=") && HEX.matcher(value.substring(3)).matches()) {
                signed |= MessageDigest.isEqual(HexFormat.of().parseHex(value.substring(3)), expected);
            }
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return signed && Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
    }

    /** What signs a body at a time. */
    public static byte[] of(String seconds, byte[] body, String secret) {
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
