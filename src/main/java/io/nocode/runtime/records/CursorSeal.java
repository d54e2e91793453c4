package io.nocode.runtime.records;

import io.nocode.runtime.query.Seal;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Seals cursors under the master key: a value of the last row does not stand in URLs and logs for all to read. */
@ApplicationScoped
public class CursorSeal implements Seal {
    /** Base64 of the nonce and the tag alone: nothing shorter was ever sealed. */
    private static final int SHORTEST = 38;

    @Inject
    private Vault vault;

    @Override
    public String close(String text) {
        return vault.sealText(text).replace('+', '-').replace('/', '_').replace("=", "");
    }

    @Override
    public Optional<String> open(String closed) {
        if (closed.length() < SHORTEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.openText(closed.replace('-', '+').replace('_', '/')));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
