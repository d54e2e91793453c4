package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Holds a column to members of the project's organisation, whenever it gets another value. */
public record HoldMember(Identifier table, Field field) implements Ddl {
    static Identifier trigger(Field field) {
        return Identifier.of("mb_" + field.id().toString().replace("-", ""));
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
        return "create trigger " + trigger(field) + " before insert or update of " + field.column() + " on "
                + Ddl.name(pgSchema, table) + " for each row execute function nocode.holds_member("
                + Literal.text(field.name()) + ", "
                + Literal.text(
                        ConstraintNames.of(ConstraintNames.Kind.FK, field.id()).name())
                + ")";
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return Optional.of(new Misfit(
                table.name(),
                field.name(),
                "select t.id, t." + field.column() + "::text as value from " + Ddl.name(pgSchema, table) + " t where t."
                        + field.column() + " is not null and not exists (select 1 from nocode.project p join"
                        + " nocode.organisation_member m on m.organisation_id = p.organization_id"
                        + " where p.schema_name = regexp_replace(" + Literal.text(pgSchema.name())
                        + ", '_(dev|staging|prod)$', '') and m.user_id = t." + field.column() + ")"));
    }
}
