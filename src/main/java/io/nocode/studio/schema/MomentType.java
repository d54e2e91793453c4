package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What dates, times and moments share: bounds, and a default that the clock gives. */
interface MomentType<T extends Comparable<? super T>> extends FieldType {
    /** The options of each of them. */
    List<Option> OPTIONS = List.of(Option.optional("min", "string"), Option.optional("max", "string"));

    @Nullable
    T min();

    @Nullable
    T max();

    /** A value from its text. */
    T read(String text);

    /** The clock's value as SQL. */
    String now();

    /** Makes a type of its options. */
    static <T extends Comparable<? super T>> FieldType make(
            OptionReader options, Function<String, T> read, Maker<T> maker) {
        T least = bound(options, "min", read);
        T most = bound(options, "max", read);
        if (least != null && most != null && least.compareTo(most) > 0) {
            options.refuse("max", "field.option.order", "min");
        }
        return maker.of(least, most);
    }

    /** A type's constructor. */
    interface Maker<T> {
        FieldType of(@Nullable T least, @Nullable T most);
    }

    private static <T> @Nullable T bound(OptionReader options, String name, Function<String, T> read) {
        String text = options.text(name, "", 40);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (ValueFault fault) {
            options.refuse(name, fault.fault().key(), fault.fault().words());
            return null;
        }
    }

    @Override
    default List<String> checks(Identifier column) {
        T least = min();
        T most = max();
        return Ranges.checks(
                column.quoted(),
                least == null ? null : Literal.of(wire(), least),
                most == null ? null : Literal.of(wire(), most));
    }

    @Override
    default Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    default Object parseText(String text) {
        T value = read(text);
        Values.within(value, min(), max());
        return value;
    }

    @Override
    default String defaultSql(JsonNode value) {
        return Moments.isNow(value) ? now() : FieldType.super.defaultSql(value);
    }

    @Override
    default ObjectNode options() {
        return Json.object().put("min", Moments.text(min())).put("max", Moments.text(max()));
    }
}
