package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/**
 * Holds a field's values to something.
 *
 * @param target for a relation, the table it leads to; else the table itself
 * @param trusting whether the rows that are there are known to hold it, and PostgreSQL need not read them
 */
public record AddConstraint(
        TableSchema owner, Field field, ConstraintNames.Kind kind, Identifier target, boolean trusting) implements Ddl {
    static AddConstraint unique(TableSchema owner, Field field) {
        return new AddConstraint(owner, field, ConstraintNames.Kind.UQ, owner.table(), false);
    }

    static AddConstraint check(TableSchema owner, Field field) {
        return new AddConstraint(owner, field, ConstraintNames.Kind.CK, owner.table(), false);
    }

    static AddConstraint relation(TableSchema owner, Field field, RelationType type) {
        return new AddConstraint(owner, field, ConstraintNames.Kind.FK, Identifier.of(type.target()), false);
    }

    /** The same, for a column that is new: its rows have the default or nothing. */
    AddConstraint trustingRows() {
        return new AddConstraint(owner, field, kind, target, true);
    }

    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return kind == ConstraintNames.Kind.FK ? Phase.RELATE : Phase.TIGHTEN;
    }

    @Override
    public Effect effect() {
        return trusting ? Effect.SAFE : Effect.BLOCKING;
    }

    @Override
    public String lock() {
        return kind == ConstraintNames.Kind.FK ? "SHARE ROW EXCLUSIVE" : "ACCESS EXCLUSIVE";
    }

    @Override
    public String about() {
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        if (kind == ConstraintNames.Kind.UQ && owner.options().softDelete()) {
            // No constraint can leave rows out; an index can, and is known by the same name.
            return "create unique index " + ConstraintNames.of(kind, field.id()) + " on "
                    + Ddl.name(pgSchema, owner.table()) + " (" + field.column() + ") where "
                    + SoftDelete.present(owner);
        }
        String sql = "alter table " + Ddl.name(pgSchema, owner.table()) + " add " + definition();
        if (field.type() instanceof RelationType relation && kind == ConstraintNames.Kind.FK) {
            return sql + " references " + Ddl.name(pgSchema, target) + " (id) on delete "
                    + relation.onDelete().sql() + validity();
        }
        return sql + validity();
    }

    private String validity() {
        return trusting ? " not valid" : "";
    }

    String definition() {
        String name = "constraint " + ConstraintNames.of(kind, field.id());
        return switch (kind) {
            case UQ -> name + " unique (" + field.column() + ")";
            case CK -> name + " check (" + field.check() + ")";
            default -> name + " foreign key (" + field.column() + ")";
        };
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        if (trusting) {
            return Optional.empty();
        }
        String table = Ddl.name(pgSchema, owner.table());
        String value = "select t.id, t." + field.column() + "::text as value from ";
        String query =
                switch (kind) {
                    case UQ ->
                        value + "(select *, count(*) over (partition by " + field.column() + ") as _same from " + table
                                + " where " + field.column() + " is not null"
                                + (owner.options().softDelete() ? " and " + SoftDelete.present(owner) : "")
                                + ") t where t._same > 1";
                    case CK -> value + table + " t where not (" + field.check() + ")";
                    default ->
                        value + table + " t where t." + field.column() + " is not null and not exists (select 1 from "
                                + Ddl.name(pgSchema, target) + " r where r.id = t." + field.column() + ")";
                };
        return Optional.of(new Misfit(owner.name(), field.name(), query));
    }
}
