package io.nocode.shared.vault;

import io.nocode.shared.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts stored secrets with AES-256-GCM (NIST SP 800-38D) under the master key. With several keys configured, the
 * first encrypts and all of them decrypt, so that keys can be rotated.
 */
@ApplicationScoped
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MARK_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private List<SecretKeySpec> keys = List.of();

    @PostConstruct
    void readKeys() {
        keys = Settings.list("nocode.master-key").stream().map(Vault::key).toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException("nocode.master-key is not set: 32 bytes, base64.");
        }
    }

    /** A secret as base64 text that only the master key opens. */
    public String seal(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(0), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String sealText(String secret) {
        return seal(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException where none of the configured keys opens it
     */
    public byte[] open(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (SecretKeySpec key : keys) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
                return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            } catch (AEADBadTagException otherKey) {
                continue;
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException(broken);
            }
        }
        throw new IllegalStateException(
                "nocode.master-key does not open what this database holds: it is not the key that sealed it.");
    }

    public String openText(String sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /** A random secret of 256 bits, fit for a URL. */
    public String newToken() {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** How a token is stored: SHA-256, hexadecimal. The token has 256 random bits, so no salt is needed. */
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the master key makes of a text, always the same: 96 bits, hexadecimal. Nobody else can make it. */
    public String mark(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.get(0));
            byte[] mark = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(mark, 0, MARK_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKeySpec key(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != 32) {
            throw new IllegalStateException("nocode.master-key must be 32 bytes in base64.");
        }
        SecretKeySpec key = new SecretKeySpec(bytes, "AES");
        Arrays.fill(bytes, (byte) 0);
        return key;
    }
}
