package io.nocode.runtime.frontschema;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
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
        return table.columns().stream().filter(column -> column.field() != null && permits.reads(table, column));
    }

    private List<TableView.Relationship> relationships() {
        List<TableView.Relationship> all = new ArrayList<>();
        for (LiveTable other : table.neighbours().values()) {
            for (Field field : other.schema().relations()) {
                RelationType type = (RelationType) field.type();
                Column column = other.column(field.name());
                if (column == null || !permits.reads(other, column)) {
                    continue;
                }
                String display = type.displayField().isEmpty() ? null : type.displayField();
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

    private List<TableView.Index> indexes() {
        Stream<TableView.Index> own = readable()
                .map(Column::field)
                .filter(field -> field != null && (field.isUnique() || field.indexed()))
                .map(field -> new TableView.Index(List.of(field.name()), field.isUnique(), "btree"));
        Stream<TableView.Index> shared = table.schema().options().indexes().stream()
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
