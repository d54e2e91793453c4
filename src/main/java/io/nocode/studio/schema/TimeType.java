package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time of the day, to the microsecond. */
public record TimeType(@Nullable LocalTime min, @Nullable LocalTime max) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "time",
            "Time",
            "time",
            "time",
            List.of(Option.optional("min", "string"), Option.optional("max", "string")),
            List.of("NOW"),
            Operator.ORDER,
            TimeType::read);

    private static TimeType read(OptionReader options) {
        LocalTime least = bound(options, "min");
        LocalTime most = bound(options, "max");
        options.ordered("min", least, "max", most);
        return new TimeType(least, most);
    }

    private static @Nullable LocalTime bound(OptionReader options, String name) {
        String text = options.text(name, "", 40);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Moments.time(text);
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
        return Wire.TIME;
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
        LocalTime value = Moments.time(text);
        Values.within(value, min, max);
        return value;
    }

    @Override
    public String defaultSql(JsonNode value) {
        return Moments.isNow(value) ? "localtime" : FieldType.super.defaultSql(value);
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
