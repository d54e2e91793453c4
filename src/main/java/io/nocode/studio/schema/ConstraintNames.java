package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of what PostgreSQL holds a table to. They are made from ids, so that they outlive every renaming, and so
 * that a violated constraint leads back to its field: {@code uq_}, {@code ck_}, {@code fk_} or {@code ix_} and the 32
 * hexadecimal digits of the field's id; {@code pk_} and those of the table's; {@code tx_} and those of a
 * {@link TableIndex}; {@code dx_} and those of the table whose deleted rows it finds. A missing value of a required field names its column instead (SQLSTATE 23502).
 */
public final class ConstraintNames {
    /** What a constraint is for. */
    public enum Kind {
        /** No two rows share the field's value. */
        UQ,
        /** The value is one that the field's type allows. */
        CK,
        /** The row that a relation points to exists. */
        FK,
        /** An index for speed alone. */
        IX,
        /** The table's primary key. */
        PK,
        /** An index over several fields, unique or not. */
        TX,
        /** The index of a table's deleted rows. */
        DX
    }

    /** A constraint's name, taken apart. */
    public record Parts(Kind kind, UUID id) {}

    private static final Pattern FORM = Pattern.compile(
            "(uq|ck|fk|ix|pk|tx|dx)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})" + "([0-9a-f]{4})([0-9a-f]{12})");

    private ConstraintNames() {}

    /** The name of a constraint of a field (of the table for PK, of the index for TX). */
    public static Identifier of(Kind kind, UUID id) {
        return Identifier.of(
                kind.name().toLowerCase(Locale.ROOT) + "_" + id.toString().replace("-", ""));
    }

    /** The parts of a name that this class made. */
    public static Optional<Parts> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(
                String.join("-", form.group(2), form.group(3), form.group(4), form.group(5), form.group(6)));
        return Optional.of(new Parts(Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)), id));
    }

    /** The field whose constraint this is; empty for a name that is none of a field's. */
    public static Optional<UUID> field(String name) {
        return parse(name)
                .filter(parts -> parts.kind() != Kind.PK && parts.kind() != Kind.TX && parts.kind() != Kind.DX)
                .map(Parts::id);
    }
}
