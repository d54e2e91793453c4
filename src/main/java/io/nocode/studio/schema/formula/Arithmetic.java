package io.nocode.studio.schema.formula;

import java.util.List;

/** What formulas can do with numbers. A division by zero gives nothing, so that no row is refused for it. */
final class Arithmetic {
    private static final int MANY = 20;

    private Arithmetic() {}

    static void add(Functions.Sink sink) {
        sink.put("+", 2, 2, given -> {
            Typed left = given.get(0);
            Typed right = given.get(1);
            if (left.kind() == Kind.TEXT || right.kind() == Kind.TEXT) {
                return Functions.concat(given);
            }
            return left.kind() == Kind.DATE ? Calendar.shifted("+", given) : operation("+", given);
        });
        sink.put("-", 2, 2, given -> given.get(0).kind() == Kind.DATE ? Calendar.minus(given) : operation("-", given));
        sink.put("*", 2, 2, given -> operation("*", given));
        sink.put("/", 2, 2, given -> divided("/", given));
        sink.put("%", 2, 2, given -> divided("%", given));
        sink.put("mod", 2, 2, given -> divided("%", given));
        sink.put(
                "negative",
                1,
                1,
                given -> new Typed(
                        number(given, 0).kind(), "(- " + number(given, 0).sql() + ")"));
        sink.put(
                "abs",
                1,
                1,
                given -> new Typed(
                        number(given, 0).kind(), "abs(" + number(given, 0).sql() + ")"));
        sink.put("round", 1, 2, Arithmetic::rounded);
        sink.put("floor", 1, 1, given -> new Typed(Kind.WHOLE, "floor(" + exact(given, 0) + ")"));
        sink.put("ceil", 1, 1, given -> new Typed(Kind.WHOLE, "ceil(" + exact(given, 0) + ")"));
        sink.put("min", 1, MANY, given -> Functions.same("least", given));
        sink.put("max", 1, MANY, given -> Functions.same("greatest", given));
    }

    private static Typed operation(String symbol, List<Typed> given) {
        Typed left = number(given, 0);
        Typed right = number(given, 1);
        return new Typed(common(left, right), "(" + left.beside(right) + " " + symbol + " " + right.beside(left) + ")");
    }

    private static Typed divided(String symbol, List<Typed> given) {
        Typed left = number(given, 0);
        Typed right = number(given, 1);
        if (symbol.equals("%")) {
            return new Typed(
                    left.kind() == Kind.WHOLE && right.kind() == Kind.WHOLE ? Kind.WHOLE : Kind.DECIMAL,
                    "mod(" + exact(given, 0) + ", nullif(" + exact(given, 1) + ", 0))");
        }
        Kind common = common(left, right);
        String quotient = left.beside(right) + " / nullif(" + right.beside(left) + ", 0)";
        return common == Kind.FLOAT
                ? new Typed(Kind.FLOAT, "(" + quotient + ")")
                : new Typed(Kind.DECIMAL, "trim_scale(" + quotient + ")");
    }

    private static Typed rounded(List<Typed> given) {
        if (given.size() == 1) {
            return new Typed(Kind.WHOLE, "round(" + exact(given, 0) + ")");
        }
        return new Typed(
                Kind.DECIMAL,
                "round(" + exact(given, 0) + ", least(greatest(" + Functions.sql(given, 1, Kind.WHOLE)
                        + ", 0), 50)::integer)");
    }

    private static Typed number(List<Typed> given, int index) {
        if (!given.get(index).kind().isNumber()) {
            throw new Functions.WrongKind();
        }
        return given.get(index);
    }

    private static String exact(List<Typed> given, int index) {
        Typed number = number(given, index);
        return number.kind() == Kind.FLOAT ? "(" + number.sql() + ")::numeric" : number.sql();
    }

    private static Kind common(Typed left, Typed right) {
        return left.kind().compareTo(right.kind()) > 0 ? left.kind() : right.kind();
    }
}
