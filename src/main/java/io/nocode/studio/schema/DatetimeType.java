package io.nocode.studio.schema;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A moment, to the microsecond, told in UTC. */
public record DatetimeType(
        @Nullable OffsetDateTime min, @Nullable OffsetDateTime max) implements MomentType<OffsetDateTime> {
    static final TypeKind KIND = new TypeKind(
            "datetime",
            "datetime",
            "timestamptz",
            OPTIONS,
            List.of("NOW"),
            Operator.CALENDAR,
            options -> MomentType.make(options, Moments::moment, DatetimeType::new));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TIMESTAMP;
    }

    @Override
    public OffsetDateTime read(String text) {
        return Moments.moment(text);
    }

    @Override
    public String now() {
        return "now()";
    }
}
