package io.nocode.studio.schema;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time of the day, to the microsecond. */
public record TimeType(@Nullable LocalTime min, @Nullable LocalTime max) implements MomentType<LocalTime> {
    static final TypeKind KIND = new TypeKind(
            "time",
            "time",
            "time",
            OPTIONS,
            List.of("NOW"),
            Operator.ORDER,
            options -> MomentType.make(options, Moments::time, TimeType::new));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TIME;
    }

    @Override
    public LocalTime read(String text) {
        return Moments.time(text);
    }

    @Override
    public String now() {
        return "localtime";
    }
}
