package io.nocode.runtime.records;

import io.nocode.shared.sql.DatabaseFault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one statement of many did.
 *
 * @param id the row's; null where there was none
 * @param version the row's new one
 * @param fault why PostgreSQL refused it; null where it did not
 */
record Touched(@Nullable UUID id, long version, @Nullable DatabaseFault fault) {
    static final Touched NOTHING = new Touched(null, 0, null);
}
