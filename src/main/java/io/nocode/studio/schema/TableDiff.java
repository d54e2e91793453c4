package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The steps within one table that stays. Steps up to its columns' renaming call it by its old name, those
 * after by the new. */
final class TableDiff {
    private final TableSchema old;
    private final TableSchema wanted;
    private final SchemaDiff.Targets targetsBefore;
    private final SchemaDiff.Targets targetsAfter;
    private final List<Ddl> steps;

    TableDiff(
            TableSchema old,
            TableSchema wanted,
            SchemaDiff.Targets targetsBefore,
            SchemaDiff.Targets targetsAfter,
            List<Ddl> steps) {
        this.old = old;
        this.wanted = wanted;
        this.targetsBefore = targetsBefore;
        this.targetsAfter = targetsAfter;
        this.steps = steps;
    }

    void run() {
        SchemaDiff.Renames names = new SchemaDiff.Renames();
        for (Field was : old.fields()) {
            Optional<Field> is = wanted.field(was.id());
            if (is.isPresent()) {
                names.add(was.id(), was.column(), is.get().column());
                change(was, is.get());
            } else {
                drop(was);
            }
        }
        names.each(
                Ddl.Phase.COLUMN_AWAY,
                Ddl.Phase.COLUMN_RENAME,
                (phase, from, to) -> steps.add(new RenameColumn(phase, old.table(), from, to)));
        wanted.fields().stream()
                .filter(field -> old.field(field.id()).isEmpty())
                .forEach(this::add);
        indexes();
    }

    private void drop(Field was) {
        if (was.type() instanceof RelationType) {
            loosen(ConstraintNames.Kind.FK, was);
        }
        steps.add(new DropColumn(old.table(), was.column()));
    }

    private void add(Field field) {
        steps.add(new AddColumn(wanted.table(), field));
        if (field.isUnique()) {
            steps.add(AddConstraint.unique(wanted, field));
        }
        if (!field.check().isEmpty()) {
            steps.add(AddConstraint.check(wanted, field));
        }
        if (field.isIndexed()) {
            steps.add(CreateIndex.of(wanted, field));
        }
        if (field.type() instanceof RelationType relation) {
            steps.add(AddConstraint.relation(wanted, field, relation));
        }
    }

    private void change(Field was, Field is) {
        boolean otherWire = was.type().wire() != is.type().wire();
        toggle(
                otherWire || was.isUnique() != is.isUnique(),
                was.isUnique(),
                is.isUnique(),
                () -> loosen(ConstraintNames.Kind.UQ, was),
                () -> steps.add(AddConstraint.unique(wanted, is)));
        toggle(
                otherWire || !checkOf(was, is.column()).equals(checkOf(is, is.column())),
                !was.check().isEmpty(),
                !is.check().isEmpty(),
                () -> loosen(ConstraintNames.Kind.CK, was),
                () -> steps.add(AddConstraint.check(wanted, is)));
        toggle(
                otherWire || was.isIndexed() != is.isIndexed(),
                was.isIndexed(),
                is.isIndexed(),
                () -> steps.add(new DropIndex(ConstraintNames.of(ConstraintNames.Kind.IX, was.id()))),
                () -> steps.add(CreateIndex.of(wanted, is)));
        String leadTo = targetsBefore.key(was);
        String leadsTo = targetsAfter.key(is);
        toggle(
                !leadTo.equals(leadsTo),
                !leadTo.isEmpty(),
                !leadsTo.isEmpty(),
                () -> loosen(ConstraintNames.Kind.FK, was),
                () -> steps.add(AddConstraint.relation(wanted, is, (RelationType) is.type())));
        changeColumn(was, is, otherWire);
    }

    private void changeColumn(Field was, Field is, boolean otherWire) {
        Identifier table = wanted.table();
        boolean otherColumn = !was.type().column().equals(is.type().column());
        if (otherWire && was.hasDefault()) {
            steps.add(AlterColumn.dropDefault(table, is));
        }
        if (otherColumn) {
            steps.add(new ChangeType(table, is.column(), was.type(), is.type()));
        }
        boolean otherDefault = !Objects.equals(defaultOf(was), defaultOf(is));
        if (otherWire ? is.hasDefault() : otherDefault) {
            steps.add(AlterColumn.defaultOf(table, is));
        }
        if (was.required() != is.required()) {
            steps.add(AlterColumn.requiredOf(table, is));
        }
    }

    private void indexes() {
        List<TableIndex> were = old.options().indexes();
        List<TableIndex> are = wanted.options().indexes();
        were.stream()
                .filter(index -> !are.contains(index))
                .forEach(index -> steps.add(new DropIndex(ConstraintNames.of(ConstraintNames.Kind.TX, index.id()))));
        are.stream().filter(index -> !were.contains(index)).forEach(index -> steps.add(CreateIndex.of(wanted, index)));
    }

    private void loosen(ConstraintNames.Kind kind, Field was) {
        steps.add(new DropConstraint(old.table(), ConstraintNames.of(kind, was.id())));
    }

    private static void toggle(boolean changed, boolean before, boolean after, Runnable loosen, Runnable tighten) {
        if (changed && before) {
            loosen.run();
        }
        if (changed && after) {
            tighten.run();
        }
    }

    private static String checkOf(Field field, Identifier column) {
        return String.join(" and ", field.type().checks(column));
    }

    private static String defaultOf(Field field) {
        return field.hasDefault() ? field.type().defaultSql(field.defaultValue()) : "";
    }
}
