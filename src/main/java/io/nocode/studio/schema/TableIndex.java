package io.nocode.studio.schema;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * An index over fields of a table.
 *
 * @param fields their ids, in the index's order
 * @param unique whether no two rows may share all the values
 */
public record TableIndex(UUID id, List<UUID> fields, boolean unique, Method method) {
    /** How PostgreSQL keeps the index. */
    public enum Method {
        BTREE,
        /** For what lies within JSON. */
        GIN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TableIndex {
        fields = List.copyOf(fields);
    }
}
