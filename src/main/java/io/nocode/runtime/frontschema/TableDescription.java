package io.nocode.runtime.frontschema;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a front end is told of one table. */
record TableDescription(LiveTable table, Permits permits, String endpoint, TableView.Permissions permissions) {
    TableView whole(TableView.@Nullable Statistics statistics, boolean withIndexes) {
        return new TableView(
                table.schema().id(),
                table.name(),
                table.schema().displayName(),
                table.schema().description(),
                table.schema().icon(),
                endpoint,
                fields(),
                permissions,
                relationships(),
                withIndexes ? indexes() : null,
                statistics == null ? new TableView.Statistics(0, false, null) : statistics);
    }

    FormView form() {
        return new FormView(
                table.name(),
                table.schema().displayName(),
                endpoint,
                permissions,
                fields().stream().filter(FieldView::visibleInForm).toList());
    }

    /** The fields that the caller may read, in their order. */
    List<FieldView> fields() {
        return readable()
                .map(FieldView::of)
                .sorted(Comparator.comparingInt(FieldView::position))
                .toList();
    }

    private Stream<Column> readable() {
        return table.columns().stream().filter(column -> column.field() != null && isKnown(table, column));
    }

    /** Whether the caller may see a field, or set it. */
    private boolean isKnown(LiveTable of, Column column) {
        return permits.reads(of, column)
                || permits.sets(of, Act.CREATE, column)
                || permits.sets(of, Act.UPDATE, column);
    }

    private List<TableView.Relationship> relationships() {
        List<TableView.Relationship> all = new ArrayList<>();
        for (LiveTable other : table.neighbours().values()) {
            for (Field field : other.schema().relations()) {
                RelationType type = (RelationType) field.type();
                Column column = other.column(field.name());
                LiveTable target = table.neighbours().get(type.target());
                if (column == null
                        || target == null
                        || !permits.reads(other, column)
                        || !permits.reads(target, target.id())) {
                    continue;
                }
                String display = display(target, type.displayField());
                String kind = type.kind().wireName();
                if (other == table) {
                    all.add(new TableView.Relationship(
                            "outgoing", field.name(), field.name(), type.target(), kind, display));
                }
                if (type.target().equals(table.name())) {
                    String reverse = type.reverseName().isEmpty() ? other.name() : type.reverseName();
                    all.add(new TableView.Relationship("incoming", reverse, field.name(), other.name(), kind, display));
                }
            }
        }
        return all;
    }

    private @Nullable String display(LiveTable target, String name) {
        Column column = target.column(name);
        return column != null && permits.reads(target, column) ? name : null;
    }

    private List<TableView.Index> indexes() {
        Stream<TableView.Index> own = readable()
                .map(Column::field)
                .filter(field -> field != null && (field.isUnique() || field.indexed()))
                .map(field -> new TableView.Index(List.of(field.name()), field.isUnique(), "btree"));
        Stream<TableView.Index> shared = table.schema().options().indexes().stream()
                .filter(index -> index.fields().stream()
                        .allMatch(id -> table.byFieldId(id)
                                .map(column -> isKnown(table, column))
                                .orElse(false)))
                .map(index -> new TableView.Index(
                        names(index.fields()), index.unique(), index.method().wireName()));
        return Stream.concat(own, shared).toList();
    }

    private List<String> names(List<UUID> fields) {
        return fields.stream()
                .flatMap(id -> table.byFieldId(id).stream())
                .map(Column::name)
                .toList();
    }
}
