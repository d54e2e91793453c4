package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** The steps that bring a whole field, or take one away. */
final class FieldSteps {
    private FieldSteps() {}

    /** What follows once the field's column is there, or its table if it is new with it. */
    static void settle(TableSchema owner, Field field, List<Ddl> steps) {
        field.links().ifPresent(relation -> {
            steps.add(new CreateLinks(owner, field));
            steps.add(new CreateIndex(
                    CreateLinks.table(field),
                    CreateLinks.index(field),
                    List.of(Identifier.of("target_id")),
                    false,
                    TableIndex.Method.BTREE,
                    "",
                    false));
            steps.add(new AimLinks(field, relation));
        });
        if (field.isIndexed()) {
            steps.add(CreateIndex.of(owner, field));
        }
        field.pointer().ifPresent(relation -> steps.add(AddConstraint.relation(owner, field, relation)));
        if (field.type() instanceof UserType) {
            steps.add(new HoldMember(owner.table(), field));
        }
        if (field.type() instanceof FilesType) {
            steps.add(new HoldFiles(owner.table(), field));
        }
    }

    /** Adds a field to a table that is there. */
    static void add(TableSchema owner, Field field, List<Ddl> steps) {
        if (!field.type().isStored()) {
            settle(owner, field, steps);
            return;
        }
        List<Ddl> own = new ArrayList<>();
        own.add(new AddColumn(owner.table(), field));
        hold(owner, field, own);
        settle(owner, field, own);
        own.forEach(step -> steps.add(
                step instanceof AddConstraint held && held.kind() != ConstraintNames.Kind.UQ
                        ? held.trustingRows()
                        : step));
    }

    /** What the values of a column that is new are held to. */
    static void hold(TableSchema owner, Field field, List<Ddl> steps) {
        if (field.isUnique() && field.type().isStored()) {
            steps.add(AddConstraint.unique(owner, field));
        }
        if (!field.check().isEmpty()) {
            steps.add(AddConstraint.check(owner, field));
        }
    }

    static void drop(TableSchema owner, Field was, List<Ddl> steps) {
        if (was.links().isPresent()) {
            steps.add(new DropLinks(Ddl.Phase.LOOSEN, owner.table(), was, true));
            return;
        }
        loosen(owner, was, steps);
        if (was.type() instanceof FilesType) {
            steps.add(new DropFiles(owner.table(), was));
        }
        steps.add(DropColumn.of(owner.table(), was));
    }

    /** Lets go of what leads from the field's column elsewhere. */
    static void loosen(TableSchema owner, Field was, List<Ddl> steps) {
        was.pointer()
                .ifPresent(relation -> steps.add(
                        new DropConstraint(owner.table(), ConstraintNames.of(ConstraintNames.Kind.FK, was.id()))));
        if (was.type() instanceof UserType) {
            steps.add(new ReleaseMember(owner.table(), was));
        }
        if (was.type() instanceof FilesType) {
            steps.add(new ReleaseFiles(owner.table(), was));
        }
    }
}
