package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.studio.schema.Operator;
import io.nocode.studio.schema.TypeKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A type that a field may have.
 *
 * @param label what people call it, in the language of the request
 * @param widget what a form shows for it
 * @param defaults what a default may be beside a value: NOW, AUTO
 * @param operators what filters may ask
 */
public record FieldTypeView(
        String name,
        String label,
        String widget,
        String postgresType,
        List<OptionView> options,
        List<String> defaults,
        List<String> operators) {
    /** An option of a type. */
    public record OptionView(
            String name,
            String type,

            @Schema(name = "default", nullable = true, implementation = Object.class)
            @com.fasterxml.jackson.annotation.JsonProperty("default")
            JsonNode defaultValue,

            boolean required) {}

    static FieldTypeView of(TypeKind kind) {
        return new FieldTypeView(
                kind.name(),
                Messages.text(RequestContext.currentLanguage(), "field_type." + kind.name()),
                kind.widget(),
                kind.postgres(),
                kind.options().stream()
                        .map(option ->
                                new OptionView(option.name(), option.type(), option.defaultValue(), option.required()))
                        .toList(),
                kind.defaults(),
                kind.operators().stream().map(Operator::wireName).sorted().toList());
    }
}
