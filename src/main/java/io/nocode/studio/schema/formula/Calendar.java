package io.nocode.studio.schema.formula;

import java.util.List;

/** What formulas can do with days and moments; moments are read in UTC. */
final class Calendar {
    private Calendar() {}

    static void add(Functions.Sink sink) {
        for (String part : List.of("year", "month", "day")) {
            sink.put(part, 1, 1, given -> new Typed(Kind.WHOLE, "extract(" + part + " from " + day(given, 0) + ")"));
        }
        sink.put("date", 1, 1, given -> new Typed(Kind.DATE, day(given, 0)));
        sink.put(
                "days_between",
                2,
                2,
                given -> new Typed(Kind.WHOLE, "(" + day(given, 1) + " - " + day(given, 0) + ")::numeric"));
    }

    /** A day so many days later or earlier. */
    static Typed shifted(String symbol, List<Typed> given) {
        return new Typed(
                Kind.DATE,
                "(" + day(given, 0) + " " + symbol + " (" + Functions.sql(given, 1, Kind.WHOLE) + ")::integer)");
    }

    /** A day less so many days, or the days between two of them. */
    static Typed minus(List<Typed> given) {
        return given.get(1).kind() == Kind.DATE
                ? new Typed(Kind.WHOLE, "(" + day(given, 0) + " - " + day(given, 1) + ")::numeric")
                : shifted("-", given);
    }

    /** A day as text; PostgreSQL's own cast depends on a setting, and so cannot stand in a generated column. */
    static String text(String date) {
        return "(lpad(extract(year from " + date + ")::text, 4, '0') || '-' || lpad(extract(month from " + date
                + ")::text, 2, '0') || '-' || lpad(extract(day from " + date + ")::text, 2, '0'))";
    }

    private static String day(List<Typed> given, int index) {
        return switch (given.get(index).kind()) {
            case DATE -> given.get(index).sql();
            case MOMENT -> "(" + given.get(index).sql() + " at time zone 'UTC')::date";
            default -> throw new Functions.WrongKind();
        };
    }
}
