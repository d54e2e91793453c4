package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Changes what a column takes or takes for granted. */
public record AlterColumn(Phase phase, Identifier table, Identifier column, Change change, String expression)
        implements Ddl {
    /** What is changed. */
    public enum Change {
        SET_DEFAULT("set default "),
        DROP_DEFAULT("drop default"),
        SET_REQUIRED("set not null"),
        DROP_REQUIRED("drop not null"),
        ADD_IDENTITY("add"),
        DROP_IDENTITY("drop identity"),
        DROP_EXPRESSION("drop expression");

        private final String sql;

        Change(String sql) {
            this.sql = sql;
        }
    }

    static AlterColumn defaultOf(Identifier table, Field field) {
        return new AlterColumn(
                Phase.ALTER,
                table,
                field.column(),
                field.hasDefault() ? Change.SET_DEFAULT : Change.DROP_DEFAULT,
                field.hasDefault() ? field.type().defaultSql(field.defaultValue()) : "");
    }

    static AlterColumn dropDefault(Identifier table, Field field) {
        return new AlterColumn(Phase.ALTER, table, field.column(), Change.DROP_DEFAULT, "");
    }

    static AlterColumn requiredOf(Identifier table, Field field) {
        return field.required()
                ? new AlterColumn(Phase.TIGHTEN, table, field.column(), Change.SET_REQUIRED, "")
                : new AlterColumn(Phase.ALTER, table, field.column(), Change.DROP_REQUIRED, "");
    }

    /** Lets rows bring what PostgreSQL has filled in until now; the values stay. */
    static AlterColumn freed(Identifier table, Field was) {
        return new AlterColumn(
                Phase.LOOSEN,
                table,
                was.column(),
                was.type() instanceof FormulaType ? Change.DROP_EXPRESSION : Change.DROP_IDENTITY,
                "");
    }

    static AlterColumn numbered(Identifier table, Field field) {
        return new AlterColumn(
                Phase.COMPUTE,
                table,
                field.column(),
                Change.ADD_IDENTITY,
                field.type().generation());
    }

    @Override
    public String part() {
        return column.name();
    }

    @Override
    public Effect effect() {
        return change == Change.SET_REQUIRED ? Effect.BLOCKING : Effect.SAFE;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " alter column " + column + " " + change.sql + expression;
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return change == Change.SET_REQUIRED
                ? Optional.of(new Misfit(
                        table.name(),
                        column.name(),
                        "select id, null::text as value from " + Ddl.name(pgSchema, table) + " where " + column
                                + " is null"))
                : Optional.empty();
    }
}
