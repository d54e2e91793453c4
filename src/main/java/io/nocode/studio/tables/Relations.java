package io.nocode.studio.tables;

import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps relations true while tables and fields are renamed or go. */
final class Relations {
    private Relations() {}

    /**
     * All tables with one of them in its new form: the others' relations follow its new name and those of its fields;
     * its own may name it by its old name too.
     */
    static List<TableSchema> follow(List<TableSchema> all, TableSchema old, TableSchema now) {
        return all.stream()
                .map(table -> {
                    TableSchema base = table.id().equals(now.id()) ? now : table;
                    return base.withFields(base.fields().stream()
                            .map(field -> follow(field, old, now))
                            .toList());
                })
                .toList();
    }

    private static Field follow(Field field, TableSchema old, TableSchema now) {
        if (!(field.type() instanceof RelationType relation)
                || !(relation.target().equals(old.name()) || relation.target().equals(now.name()))) {
            return field;
        }
        return field.withType(relation.to(now.name()).showing(shown(relation.displayField(), old, now)));
    }

    private static String shown(String displayField, TableSchema old, TableSchema now) {
        if (displayField.isEmpty() || now.field(displayField).isPresent()) {
            return displayField;
        }
        // A name that was no field's stays, to be judged: it may be `id`, or wrong.
        Optional<UUID> id = old.field(displayField).map(Field::id);
        return id.isEmpty()
                ? displayField
                : now.field(id.get()).map(Field::name).orElse("");
    }

    /** Blames the relations of a table that lead nowhere. */
    static void check(TableSchema table, List<TableSchema> all, String path, Faults faults) {
        for (int i = 0; i < table.fields().size(); i++) {
            if (!(table.fields().get(i).type() instanceof RelationType relation)) {
                continue;
            }
            String place = path + "[" + i + "]";
            Optional<TableSchema> target = all.stream()
                    .filter(each -> each.name().equals(relation.target()))
                    .findFirst();
            if (target.isEmpty()) {
                faults.add(place + ".target", "field.relation.target");
            } else if (!relation.displayField().isEmpty()
                    && !relation.displayField().equals("id")
                    && target.get().field(relation.displayField()).isEmpty()) {
                faults.add(place + ".display_field", "field.relation.display_field");
            }
        }
    }

    /** The relations of other tables that lead to this one, as {@code table.field}. */
    static List<String> leadingTo(TableSchema table, List<TableSchema> all) {
        return all.stream()
                .filter(other -> !other.id().equals(table.id()))
                .flatMap(other -> other.relations().stream()
                        .filter(field -> ((RelationType) field.type()).target().equals(table.name()))
                        .map(field -> other.name() + "." + field.name()))
                .toList();
    }
}
