package io.nocode.studio.tables;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that does not fit, with the value at fault: at most its first 200 characters. */
public record MisfitRow(UUID id, @Nullable String value) {
    private static final int MOST = 200;

    MisfitRow shortened() {
        return value == null || value.length() <= MOST ? this : new MisfitRow(id, value.substring(0, MOST));
    }
}
