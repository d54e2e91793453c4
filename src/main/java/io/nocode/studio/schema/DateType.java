package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day of the calendar, from the year 1 to 9999. */
public record DateType(@Nullable LocalDate min, @Nullable LocalDate max) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "date",
            "Date",
            "date",
            "date",
            List.of(Option.optional("min", "string"), Option.optional("max", "string")),
            List.of("NOW"),
            Operator.CALENDAR,
            DateType::read);

    private static DateType read(OptionReader options) {
        LocalDate least = bound(options, "min");
        LocalDate most = bound(options, "max");
        options.ordered("min", least, "max", most);
        return new DateType(least, most);
    }

    private static @Nullable LocalDate bound(OptionReader options, String name) {
        String text = options.text(name, "", 40);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Moments.date(text);
        } catch (ValueFault fault) {
            options.refuse(name, fault.fault().key(), fault.fault().words());
            return null;
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.DATE;
    }

    @Override
    public List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                min == null ? null : Literal.of(wire(), min),
                max == null ? null : Literal.of(wire(), max));
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        LocalDate value = Moments.date(text);
        Values.within(value, min, max);
        return value;
    }

    @Override
    public String defaultSql(JsonNode value) {
        return Moments.isNow(value) ? "current_date" : FieldType.super.defaultSql(value);
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object().put("min", Moments.text(min)).put("max", Moments.text(max));
    }
}
