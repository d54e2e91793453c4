package io.nocode.foundation.audit;

import io.nocode.shared.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several texts as one that no other texts make: netstrings (D. J. Bernstein, 1997), {@code <bytes>:<text>,}, with
 * {@code -,} for null.
 */
final class Netstrings {
    private Netstrings() {}

    static String of(List<@Nullable String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            if (text == null) {
                all.append("-,");
            } else {
                all.append(text.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(text)
                        .append(',');
            }
        }
        return all.toString();
    }

    /** SHA-256 of the texts as netstrings, hexadecimal. */
    static String hash(List<@Nullable String> texts) {
        return Vault.hash(of(texts));
    }
}
