package io.nocode.foundation.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.users.PersonView;
import io.nocode.shared.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which resource, when, and from where.
 *
 * @param sequence its place in the organisation's chain
 * @param actor who acted, as they are called now; null for the platform itself
 * @param apiKeyId the API key that acted for them
 * @param details what else is known of it; never a secret
 * @param email whom it was about, where that was an address
 * @param address null in background work, and where it was erased with an account
 * @param requestId as in {@code X-Request-Id} and in the server's log
 * @param hash of this entry; the next one carries it
 */
@Schema(name = "AuditEntry")
public record AuditEntryView(
        UUID id,
        long sequence,
        Deed action,
        ActorKind actorKind,
        @Nullable PersonView actor,
        @Nullable UUID apiKeyId,
        String resourceType,
        UUID resourceId,

        @Schema(type = SchemaType.OBJECT) JsonNode details,

        @Nullable String email,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String requestId,
        String previousHash,
        String hash,
        Instant createdAt,
        Instant updatedAt) {

    static AuditEntryView of(Row row) {
        UUID actor = row.uuidOrNull("actor_id");
        Instant at = row.instant("created_at");
        return new AuditEntryView(
                row.uuid("id"),
                row.number("sequence"),
                Deed.named(row.text("action")),
                ActorKind.valueOf(row.text("actor_kind")),
                actor == null
                        ? null
                        : new PersonView(
                                actor,
                                row.text("actor_email"),
                                (row.text("first_name") + " " + row.text("last_name")).strip()),
                row.uuidOrNull("api_key_id"),
                row.text("resource_type"),
                row.uuid("resource_id"),
                row.json("details"),
                row.textOrNull("email"),
                row.textOrNull("address"),
                row.textOrNull("user_agent"),
                row.textOrNull("request_id"),
                row.text("previous_hash"),
                row.text("hash"),
                at,
                at);
    }
}
