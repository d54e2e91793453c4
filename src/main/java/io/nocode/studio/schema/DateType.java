package io.nocode.studio.schema;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day of the calendar, from the year 1 to 9999. */
public record DateType(@Nullable LocalDate min, @Nullable LocalDate max) implements MomentType<LocalDate> {
    static final TypeKind KIND = new TypeKind(
            "date",
            "date",
            "date",
            OPTIONS,
            List.of("NOW"),
            Operator.CALENDAR,
            options -> MomentType.make(options, Moments::date, DateType::new));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.DATE;
    }

    @Override
    public LocalDate read(String text) {
        return Moments.date(text);
    }

    @Override
    public String now() {
        return "current_date";
    }
}
