package io.nocode.runtime.backups;

import io.nocode.runtime.apps.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A way back to what a backup holds.
 *
 * @param environment the backup's own where absent
 * @param confirm that what the environment holds now is replaced; a backup is made of it
 */
public record RestoreRequest(
        @Nullable Stage environment, @Nullable Boolean confirm) {
    static final RestoreRequest PLAIN = new RestoreRequest(null, null);
}
