package io.nocode.automation.triggers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How webhooks come in.
 *
 * @param methods the methods that are allowed; POST where none is named
 * @param secret with which deliveries are signed; stored sealed
 * @param secretConfigured as answers show it; not looked at when it comes back
 * @param signatureHeader the header of the signature; X-Signature where none is named
 */
record WebhookConfig(
        @Nullable List<@NotNull String> methods,
        @Nullable @Size(min = 16, max = 500) String secret,
        @Nullable Boolean secretConfigured,
        @Nullable @Size(max = 100) String signatureHeader,
        @Nullable @Size(max = 100) String deduplicationHeader) {
    static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    boolean allows(String method) {
        return methods == null || methods.isEmpty()
                ? method.equals("POST")
                : methods.stream().anyMatch(one -> one.toUpperCase(Locale.ROOT).equals(method));
    }

    String signedIn() {
        return signatureHeader == null ? "X-Signature" : signatureHeader;
    }

    String deduplicatedBy() {
        return deduplicationHeader == null ? "Idempotency-Key" : deduplicationHeader;
    }
}
