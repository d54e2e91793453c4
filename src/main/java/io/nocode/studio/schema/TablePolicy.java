package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do with some rows of a table. Fields are named as they are called; a renamed one is renamed here too.
 *
 * @param role VIEWER, MEMBER, CLIENT, {@link #PUBLIC}, or the role that an application gives its end users
 * @param filter which rows, in the language of filters; empty for all
 * @param check what a row must be as it is written; null where nothing beyond the filter is asked
 * @param fields what may be seen of those rows, or set; null for all
 */
public record TablePolicy(
        UUID id,
        String role,
        Act act,
        ObjectNode filter,
        @Nullable ObjectNode check,
        @Nullable List<String> fields) {
    /** The role of everybody, signed in or not. */
    public static final String PUBLIC = "public";

    public TablePolicy {
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** Whether it is about a field. */
    public boolean names(String field) {
        return fields == null || fields.contains(field);
    }

    /** Whether everybody may write by it, signed in or not. */
    public boolean isPublicWrite() {
        return role.equals(PUBLIC) && act != Act.READ;
    }

    /** The same with another id. */
    public TablePolicy withId(UUID other) {
        return new TablePolicy(other, role, act, filter, check, fields);
    }
}
