package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.query.Column;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FieldTypes;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.TypeKind;
import io.nocode.studio.schema.Wire;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field as lists and forms show it.
 *
 * @param widget what a form shows for it
 * @param validation the options of its type, such as {@code max_length}
 * @param defaultValue as designed, such as {@code NOW}; null for none
 * @param target for a relation the table that it points to, else null
 * @param operators what filters may ask
 */
public record FieldView(
        UUID id,
        String name,
        String label,
        String type,
        String widget,
        boolean required,
        boolean unique,
        @Schema(implementation = Map.class) JsonNode validation,

        @Schema(implementation = Object.class, nullable = true)
        JsonNode defaultValue,

        String description,
        String placeholder,
        String helpText,
        boolean visibleInList,
        boolean visibleInForm,
        boolean readOnly,
        int position,
        boolean sortable,
        boolean searchable,
        List<String> operators,
        @Nullable String target) {

    static FieldView of(Column column) {
        Field field = Objects.requireNonNull(column.field());
        return new FieldView(
                field.id(),
                field.name(),
                field.label(),
                field.type().name(),
                FieldTypes.named(field.type().name()).map(TypeKind::widget).orElse("text"),
                field.required(),
                field.isUnique(),
                field.type().options(),
                field.defaultValue(),
                field.display().description(),
                field.display().placeholder(),
                field.display().helpText(),
                field.display().visibleInList(),
                field.display().visibleInForm(),
                field.display().readOnly() || !column.isWritable(),
                field.position(),
                column.wire() != Wire.JSON && column.wire() != Wire.TEXT_ARRAY,
                field.type().searchable(),
                field.type().operators().stream()
                        .map(Operator::wireName)
                        .sorted()
                        .toList(),
                field.type() instanceof RelationType relation ? relation.target() : null);
    }
}
