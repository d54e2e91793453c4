package io.nocode.studio.schema;

import io.nocode.shared.problem.Fault;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What tables and fields may be called. Keywords of SQL are fine, since names are always quoted; what PostgreSQL or
 * every table of ours has already is not.
 */
public final class Names {
    /** The columns that every table has, in their order. */
    public static final java.util.List<String> SYSTEM_COLUMNS =
            java.util.List.of("id", "created_at", "updated_at", "created_by", "updated_by", "version");

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Set<String> RESERVED_COLUMNS = Set.of(
            "id",
            "created_at",
            "updated_at",
            "created_by",
            "updated_by",
            "version",
            "deleted_at",
            "tableoid",
            "xmin",
            "cmin",
            "xmax",
            "cmax",
            "ctid");
    private static final Set<String> RESERVED_TABLES = Set.of("information_schema");

    private Names() {}

    /** What is wrong with a table's name, if anything. */
    public static Optional<Fault> faultOfTable(String name) {
        return fault(name, RESERVED_TABLES);
    }

    /** What is wrong with a field's name, if anything. */
    public static Optional<Fault> faultOfField(String name) {
        return fault(name, RESERVED_COLUMNS);
    }

    /** A label for a name: {@code first_name} as {@code First name}. */
    public static String label(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Optional<Fault> fault(String name, Set<String> reserved) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of(new Fault("field.name.form"));
        }
        if (name.startsWith("pg_") || reserved.contains(name)) {
            return Optional.of(new Fault("field.name.reserved", name));
        }
        return Optional.empty();
    }
}
