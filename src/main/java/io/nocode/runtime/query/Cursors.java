package io.nocode.runtime.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads cursors: where a page ended, and which query it was a page of. A cursor serves that query alone, of
 * the same caller on the same table; only what does not move the rows may change on the way: the size of a page, the
 * fields, the count.
 *
 * @param scope where the table stands, and who asks
 */
public record Cursors(Seal seal, String scope) {
    private static final String QUERY = "q";
    private static final String KEYS = "k";

    /** A cursor that leads on behind the row of these keys. */
    String after(List<@Nullable String> keys, Source seen, Condition where, List<Order> order) {
        ObjectNode cursor = Json.object().put(QUERY, digest(seen, where, order));
        keys.forEach(cursor.putArray(KEYS)::add);
        return seal.close(cursor.toString());
    }

    /** The keys of the row behind which a cursor leads on; empty where it is none of this query. */
    Optional<List<@Nullable String>> keys(String cursor, Source seen, Condition where, List<Order> order) {
        return seal.open(cursor)
                .flatMap(Cursors::read)
                .filter(tree -> tree.path(QUERY).asText().equals(digest(seen, where, order)))
                .map(tree -> {
                    List<@Nullable String> keys = new ArrayList<>();
                    tree.path(KEYS).forEach(key -> keys.add(key.textValue()));
                    return keys;
                });
    }

    private static Optional<JsonNode> read(String opened) {
        try {
            return Optional.of(Json.mapper().readTree(opened));
        } catch (JsonProcessingException sealedForSomethingElse) {
            return Optional.empty();
        }
    }

    private String digest(Source seen, Condition where, List<Order> order) {
        StringBuilder shape = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        seen.shape(shape);
        seen.values(values);
        where.shape(shape.append('?'));
        where.values(values);
        shape.append('#');
        for (Order one : order) {
            one.shape(shape);
            one.values(values);
            shape.append(one.column().name()).append(one.column().wire());
        }
        // Each with its length, so that no two lists of parts make the same text.
        StringBuilder whole = new StringBuilder("cursor");
        part(whole, scope);
        part(whole, seen.table().schema().id().toString());
        part(whole, shape.toString());
        values.forEach(value -> part(whole, String.valueOf(value)));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(whole.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void part(StringBuilder whole, String part) {
        whole.append(part.length()).append(':').append(part);
    }
}
