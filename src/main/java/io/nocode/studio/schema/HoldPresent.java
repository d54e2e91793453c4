package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/**
 * Holds a relation to rows that are there, and not deleted softly.
 *
 * @param table the one with the relation's column, or its table of links
 * @param column the relation's
 */
public record HoldPresent(Identifier table, Identifier column, Field field) implements Ddl {
    static Identifier trigger(Field field) {
        return Identifier.of("pr_" + field.id().toString().replace("-", ""));
    }

    @Override
    public String part() {
        return column.name();
    }

    @Override
    public Phase phase() {
        return Phase.RELATE;
    }

    @Override
    public String lock() {
        return "SHARE ROW EXCLUSIVE";
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create trigger " + trigger(field) + " before insert or update of " + column + " on "
                + Ddl.name(pgSchema, table) + " for each row execute function nocode.points_to_present("
                + Literal.text(
                        ConstraintNames.of(ConstraintNames.Kind.FK, field.id()).name())
                + ")";
    }
}
