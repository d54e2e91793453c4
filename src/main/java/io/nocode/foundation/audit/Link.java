package io.nocode.foundation.audit;

import io.nocode.shared.sql.Row;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a link of its chain: its hash and what the hash was made of, as {@code docs/audit/README.md} says.
 *
 * @param sequence null where it never got a place
 * @param hashed the fields of the hash in their order, without the format's name
 * @param personal the fields of the personal hash in their order; null where they are erased
 */
record Link(
        UUID id,
        @Nullable Long sequence,
        @Nullable String previousHash,
        @Nullable String hash,
        @Nullable String personalHash,
        List<@Nullable String> hashed,
        @Nullable List<@Nullable String> personal) {
    private static final String FORMAT = "nocode-audit-1";

    /** The columns of the hash in their order, as SQL that gives their canonical text. */
    static final String COLUMNS = "e.previous_hash, e.organisation_id::text, e.sequence::text as sequence_text,"
            + " e.id::text as id_text, to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as at,"
            + " e.action, e.actor_kind, e.actor_id::text, e.api_key_id::text, e.resource_type, e.resource_id::text,"
            + " e.details::text, e.request_id, e.personal_hash, e.id, e.hash,"
            + " p.entry_id, p.salt, p.address, p.user_agent, p.email";

    private static final List<String> HASHED = List.of(
            "previous_hash",
            "organisation_id",
            "sequence_text",
            "id_text",
            "at",
            "action",
            "actor_kind",
            "actor_id",
            "api_key_id",
            "resource_type",
            "resource_id",
            "details",
            "request_id",
            "personal_hash");

    static Link of(Row row) {
        String sequence = row.textOrNull("sequence_text");
        return new Link(
                row.uuid("id"),
                sequence == null ? null : Long.valueOf(sequence),
                row.textOrNull("previous_hash"),
                row.textOrNull("hash"),
                row.textOrNull("personal_hash"),
                texts(row, HASHED),
                row.uuidOrNull("entry_id") == null
                        ? null
                        : texts(row, List.of("salt", "address", "user_agent", "email")));
    }

    private static List<@Nullable String> texts(Row row, List<String> columns) {
        return Arrays.asList(columns.stream().map(row::textOrNull).toArray(String[]::new));
    }

    /** Whether the hash is the one that its content makes. */
    boolean isGenuine() {
        List<@Nullable String> fields = new java.util.ArrayList<>();
        fields.add(FORMAT);
        fields.addAll(hashed);
        return Netstrings.hash(fields).equals(hash);
    }

    boolean isErased() {
        return personal == null;
    }

    /** Whether the personal data are those that belong to it; what is erased is not told apart. */
    boolean isPersonalGenuine() {
        return personal == null || Netstrings.hash(personal).equals(personalHash);
    }
}
