package io.nocode.studio.schema;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A type before its options are known: its entry in the catalogue, and how it is made of them.
 *
 * @param widget what a form shows for it
 * @param postgres the column's type as the catalogue tells it
 * @param defaults the words, beside a value, that a default may be: {@code NOW}, {@code AUTO}
 */
public record TypeKind(
        String name,
        String widget,
        String postgres,
        List<Option> options,
        List<String> defaults,
        Set<Operator> operators,
        Function<OptionReader, FieldType> make) {
    TypeKind(
            String name,
            String widget,
            String postgres,
            List<Option> options,
            Set<Operator> operators,
            Function<OptionReader, FieldType> make) {
        this(name, widget, postgres, options, List.of(), operators, make);
    }
}
