package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Holds a column to files that were uploaded to its row, and takes away those that it loses. */
public record HoldFiles(Identifier table, Field field) implements Ddl {
    static Identifier trigger(Field field) {
        return Identifier.of("fl_" + field.id().toString().replace("-", ""));
    }

    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return Phase.TIGHTEN;
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
        return "create trigger " + trigger(field) + " before insert or delete or update of " + field.column() + " on "
                + Ddl.name(pgSchema, table) + " for each row execute function nocode.holds_files("
                + Literal.text(field.name()) + ", "
                + Literal.text(
                        ConstraintNames.of(ConstraintNames.Kind.FK, field.id()).name())
                + ", "
                + Literal.text(field.id().toString()) + ", "
                + Literal.text(String.valueOf(
                        field.type() instanceof FilesType files && files.rules().multiple()))
                + ")";
    }
}
