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
        /** For what lies within JSON and lists. */
        GIN,
        /** For parts of texts. */
        TRIGRAM;

        /** Whether fields of a type can be in such an index. */
        boolean takes(FieldType type) {
            return switch (this) {
                case BTREE -> type.indexable();
                case GIN -> type.wire() == Wire.JSON || type.wire() == Wire.TEXT_ARRAY;
                case TRIGRAM -> type.wire() == Wire.TEXT;
            };
        }

        /** The index's method and, after each column, its class of operators. */
        String sql(String columns) {
            return switch (this) {
                case BTREE -> "btree (" + columns + ")";
                case GIN -> "gin (" + columns + ")";
                case TRIGRAM -> "gin (" + columns.replace(",", " nocode.gin_trgm_ops,") + " nocode.gin_trgm_ops)";
            };
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TableIndex {
        fields = List.copyOf(fields);
    }
}
