package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Has the links of a relation of many to many lead to rows that exist. */
public record AimLinks(Field field, RelationType relation) implements Ddl {
    @Override
    public String part() {
        return field.name();
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
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, CreateLinks.table(field)) + " add constraint "
                + ConstraintNames.of(ConstraintNames.Kind.FK, field.id()) + " foreign key (target_id) references "
                + Ddl.name(pgSchema, Identifier.of(relation.target())) + " (id) on delete "
                // A link without a target is no link.
                + (relation.onDelete() == RelationType.OnDelete.RESTRICT ? "restrict" : "cascade");
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return Optional.of(new Misfit(
                relation.target(),
                field.name(),
                "select l.source_id as id, l.target_id::text as value from "
                        + Ddl.name(pgSchema, CreateLinks.table(field)) + " l where not exists (select 1 from "
                        + Ddl.name(pgSchema, Identifier.of(relation.target())) + " r where r.id = l.target_id)"));
    }
}
