package io.nocode.foundation.auth;

import io.nocode.shared.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in.
 *
 * @param device what the client says of itself
 * @param lastSeen when it last signed in or refreshed
 * @param current whether this request belongs to it
 */
@Schema(name = "Session")
public record SessionView(
        UUID id,
        @Nullable String device,
        String address,
        Instant lastSeen,
        boolean current,
        Instant createdAt,
        Instant updatedAt) {
    static SessionView of(Row row, @Nullable UUID current) {
        UUID id = row.uuid("id");
        return new SessionView(
                id,
                row.textOrNull("user_agent"),
                row.text("address"),
                row.instant("last_seen_at"),
                id.equals(current),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
