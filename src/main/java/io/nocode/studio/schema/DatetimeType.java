package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A moment, to the microsecond, told in UTC. */
public record DatetimeType(
        @Nullable OffsetDateTime min, @Nullable OffsetDateTime max) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "datetime",
            "Date and time",
            "datetime",
            "timestamptz",
            List.of(Option.optional("min", "string"), Option.optional("max", "string")),
            List.of("NOW"),
            Operator.CALENDAR,
            DatetimeType::read);

    private static DatetimeType read(OptionReader options) {
        OffsetDateTime least = bound(options, "min");
        OffsetDateTime most = bound(options, "max");
        options.ordered("min", least, "max", most);
        return new DatetimeType(least, most);
    }

    private static @Nullable OffsetDateTime bound(OptionReader options, String name) {
        String text = options.text(name, "", 40);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Moments.moment(text);
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
        return Wire.TIMESTAMP;
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
        OffsetDateTime value = Moments.moment(text);
        Values.within(value, min, max);
        return value;
    }

    @Override
    public String defaultSql(JsonNode value) {
        return Moments.isNow(value) ? "now()" : FieldType.super.defaultSql(value);
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
