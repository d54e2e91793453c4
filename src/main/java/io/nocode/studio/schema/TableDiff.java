package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steps within one table that stays. Steps up to its columns' renaming call it by its old name, those
 * after by the new. */
final class TableDiff {
    private final TableSchema old;
    private final TableSchema wanted;
    private final SchemaDiff.Targets targetsBefore;
    private final SchemaDiff.Targets targetsAfter;
    private final List<Ddl> steps;
    /** The fields that lose their columns. */
    private final Set<UUID> gone = new HashSet<>();

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
        old.fields().stream()
                .filter(was -> wanted.field(was.id())
                        .filter(is -> Storage.change(was, is) == Storage.STAYS)
                        .isEmpty())
                .forEach(was -> gone.add(was.id()));
        old.fields().stream().filter(this::isOutdated).forEach(was -> gone.add(was.id()));
        OptionSteps.change(old, wanted, steps);
        indexes();
        SchemaDiff.Renames names = new SchemaDiff.Renames();
        for (Field was : old.fields()) {
            Optional<Field> is = wanted.field(was.id());
            if (is.isEmpty()) {
                FieldSteps.drop(old, was, steps);
            } else if (!gone.contains(was.id())) {
                if (was.type().isStored()) {
                    names.add(was.id(), was.column(), is.get().column());
                }
                change(was, is.get());
            } else {
                replace(was, is.get(), names);
            }
        }
        names.each(
                Ddl.Phase.COLUMN_AWAY,
                Ddl.Phase.COLUMN_RENAME,
                (phase, from, to) -> steps.add(new RenameColumn(phase, old.table(), from, to)));
        wanted.fields().stream()
                .filter(field -> old.field(field.id()).isEmpty())
                .forEach(field -> FieldSteps.add(wanted, field, steps));
    }

    /** Whether a formula must be worked out anew: it is another one, or one of its fields becomes another column. */
    private boolean isOutdated(Field was) {
        Optional<FormulaType> is = wanted.field(was.id())
                .map(Field::type)
                .filter(FormulaType.class::isInstance)
                .map(FormulaType.class::cast);
        if (is.isEmpty() || !(was.type() instanceof FormulaType formula)) {
            return false;
        }
        FormulaType.Bound before = formula.bound();
        FormulaType.Bound after = is.get().bound();
        return before == null
                || after == null
                || !before.key().equals(after.key())
                || before.uses().stream()
                        .anyMatch(id -> gone.contains(id) || !columnOf(old, id).equals(columnOf(wanted, id)));
    }

    private static String columnOf(TableSchema table, UUID field) {
        return table.field(field).map(found -> found.type().column()).orElse("");
    }

    /** The field gets another column or table, and takes with it what it can. */
    private void replace(Field was, Field is, SchemaDiff.Renames names) {
        switch (Storage.change(was, is)) {
            case TO_LINKS -> {
                names.add(was.id(), was.column(), is.column());
                FieldSteps.loosen(old, was, steps);
                FieldSteps.settle(wanted, is, steps);
                steps.add(new MoveLinks(wanted.table(), is, false));
                steps.add(new DropColumn(Ddl.Phase.FINISH, wanted.table(), is.column(), false));
            }
            case TO_COLUMN -> {
                steps.add(new AddColumn(wanted.table(), is.optional()));
                steps.add(new MoveLinks(wanted.table(), is, true));
                FieldSteps.hold(wanted, is, steps);
                if (is.required()) {
                    steps.add(AlterColumn.requiredOf(wanted.table(), is));
                }
                FieldSteps.settle(wanted, is, steps);
                steps.add(new DropLinks(Ddl.Phase.FINISH, wanted.table(), is, false));
            }
            default -> {
                FieldSteps.drop(old, was, steps);
                FieldSteps.add(wanted, is, steps);
            }
        }
    }

    private void change(Field was, Field is) {
        if (was.links().isPresent()) {
            aim(was, is);
            return;
        }
        boolean otherWire = was.type().wire() != is.type().wire();
        toggle(
                otherWire
                        || was.isUnique() != is.isUnique()
                        || old.options().softDelete() != wanted.options().softDelete(),
                was.isUnique(),
                is.isUnique(),
                () -> steps.add(
                        old.options().softDelete()
                                ? new DropIndex(ConstraintNames.of(ConstraintNames.Kind.UQ, was.id()))
                                : new DropConstraint(
                                        old.table(), ConstraintNames.of(ConstraintNames.Kind.UQ, was.id()))),
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
        toggle(
                !targetsBefore.key(was).equals(targetsAfter.key(is)),
                was.pointer().isPresent(),
                is.pointer().isPresent(),
                () -> loosen(ConstraintNames.Kind.FK, was),
                () -> steps.add(AddConstraint.relation(wanted, is, (RelationType) is.type())));
        boolean wasMember = was.type() instanceof UserType;
        boolean isMember = is.type() instanceof UserType;
        toggle(
                wasMember != isMember || !was.name().equals(is.name()),
                wasMember,
                isMember,
                () -> steps.add(new ReleaseMember(old.table(), was)),
                () -> steps.add(new HoldMember(wanted.table(), is)));
        toggle(
                FilesType.differ(was.type(), is.type()) || !was.name().equals(is.name()),
                was.type() instanceof FilesType,
                is.type() instanceof FilesType,
                () -> steps.add(new ReleaseFiles(old.table(), was)),
                () -> steps.add(new HoldFiles(wanted.table(), is)));
        changeColumn(was, is, otherWire);
    }

    private void aim(Field was, Field is) {
        toggle(
                !targetsBefore.key(was).equals(targetsAfter.key(is)),
                true,
                true,
                () -> steps.add(new DropConstraint(
                        CreateLinks.table(was), ConstraintNames.of(ConstraintNames.Kind.FK, was.id()))),
                () -> steps.add(new AimLinks(is, (RelationType) is.type())));
    }

    private void changeColumn(Field was, Field is, boolean otherWire) {
        Identifier table = wanted.table();
        boolean wasNumbered = was.type() instanceof AutonumberType;
        boolean isFreed =
                was.type().isGenerated() && was.type().entry() != is.type().entry();
        if (isFreed) {
            steps.add(AlterColumn.freed(old.table(), was));
        }
        if (otherWire && was.hasDefault()) {
            steps.add(AlterColumn.dropDefault(table, is));
        }
        if (Conversion.isNeeded(was.type(), is.type())) {
            steps.add(new ChangeType(table, is.column(), was.type(), is.type()));
        }
        boolean otherDefault = !Objects.equals(defaultOf(was), defaultOf(is));
        if (otherWire ? is.hasDefault() : otherDefault) {
            steps.add(AlterColumn.defaultOf(table, is));
        }
        boolean wasRequired = was.required() || wasNumbered;
        if (is.type() instanceof AutonumberType numbers) {
            number(was, is, numbers);
        } else if (wasRequired != is.required()) {
            steps.add(AlterColumn.requiredOf(table, is));
        }
    }

    private void number(Field was, Field is, AutonumberType numbers) {
        boolean isNew = !(was.type() instanceof AutonumberType);
        if (isNew) {
            steps.add(new AlterColumn(
                    Ddl.Phase.COMPUTE, wanted.table(), is.column(), AlterColumn.Change.SET_REQUIRED, ""));
            steps.add(AlterColumn.numbered(wanted.table(), is));
        }
        if (isNew || numbers.start() != ((AutonumberType) was.type()).start()) {
            steps.add(new RestartNumbers(wanted.table(), is.column(), numbers.start()));
        }
    }

    private void indexes() {
        List<TableIndex> were = old.options().indexes();
        List<TableIndex> are = wanted.options().indexes();
        boolean others = old.options().softDelete() != wanted.options().softDelete();
        were.stream()
                .filter(index -> !are.contains(index) || isTouched(index) || (others && index.unique()))
                .forEach(index -> steps.add(new DropIndex(ConstraintNames.of(ConstraintNames.Kind.TX, index.id()))));
        are.stream()
                .filter(index -> !were.contains(index) || isTouched(index) || (others && index.unique()))
                .forEach(index -> steps.add(CreateIndex.of(wanted, index)));
    }

    private boolean isTouched(TableIndex index) {
        return index.fields().stream().anyMatch(gone::contains);
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
