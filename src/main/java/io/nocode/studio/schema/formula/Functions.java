package io.nocode.studio.schema.formula;

import static java.util.stream.Collectors.joining;

import io.nocode.studio.schema.ValueFault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What formulas can do. Everything is immutable for PostgreSQL, ends in time linear to its values, and gives text no
 * longer than the texts that go in: no function repeats or replaces.
 */
final class Functions {
    private record Entry(int least, int most, Function<List<Typed>, Typed> write) {}

    private static final int MANY = 20;
    private static final Map<String, Entry> ALL = all();

    private Functions() {}

    static Typed call(String name, List<Typed> arguments) {
        Entry entry = ALL.get(name);
        if (entry == null) {
            throw new ValueFault(
                    "field.formula.function",
                    name,
                    ALL.keySet().stream()
                            .filter(each -> Character.isLetter(each.charAt(0)))
                            .collect(joining(", ")));
        }
        if (arguments.size() < entry.least || arguments.size() > entry.most) {
            throw new ValueFault("field.formula.arguments", name, entry.least, entry.most);
        }
        try {
            return entry.write.apply(arguments);
        } catch (WrongKind wrong) {
            throw new ValueFault(
                    "field.formula.kinds",
                    name,
                    arguments.stream().map(each -> each.kind().word()).collect(joining(", ")));
        }
    }

    private static Map<String, Entry> all() {
        Map<String, Entry> all = new TreeMap<>();
        Arithmetic.add((name, least, most, write) -> all.put(name, new Entry(least, most, write)));
        for (String symbol : List.of("=", "<>", "<", "<=", ">", ">=")) {
            all.put(symbol, new Entry(2, 2, given -> compared(symbol, given.get(0), given.get(1))));
        }
        for (String word : List.of("and", "or")) {
            all.put(word, new Entry(2, MANY, given -> logic(word, given)));
        }
        all.put(
                "||",
                new Entry(
                        2,
                        2,
                        given -> given.stream().allMatch(each -> each.kind() == Kind.BOOLEAN)
                                ? logic("or", given)
                                : concat(given)));
        all.put("not", new Entry(1, 1, given -> new Typed(Kind.BOOLEAN, "(not " + sql(given, 0, Kind.BOOLEAN) + ")")));
        all.put("&", new Entry(2, 2, Functions::concat));
        all.put("concat", new Entry(1, MANY, Functions::concat));
        all.put("text", new Entry(1, 1, given -> new Typed(Kind.TEXT, text(given.get(0)))));
        for (String name : List.of("upper", "lower")) {
            all.put(name, new Entry(1, 1, given -> new Typed(Kind.TEXT, name + "(" + sql(given, 0, Kind.TEXT) + ")")));
        }
        all.put("trim", new Entry(1, 1, given -> new Typed(Kind.TEXT, "btrim(" + sql(given, 0, Kind.TEXT) + ")")));
        all.put(
                "length",
                new Entry(
                        1,
                        1,
                        given -> new Typed(Kind.WHOLE, "char_length(" + sql(given, 0, Kind.TEXT) + ")::numeric")));
        for (String name : List.of("left", "right")) {
            all.put(
                    name,
                    new Entry(
                            2,
                            2,
                            given -> new Typed(
                                    Kind.TEXT,
                                    name + "(" + sql(given, 0, Kind.TEXT) + ", " + position(given, 1) + ")")));
        }
        all.put(
                "substring",
                new Entry(
                        2,
                        3,
                        given -> new Typed(
                                Kind.TEXT,
                                "substr(" + sql(given, 0, Kind.TEXT) + ", " + position(given, 1)
                                        + (given.size() == 3 ? ", greatest(0, " + position(given, 2) + ")" : "")
                                        + ")")));
        all.put(
                "contains",
                new Entry(
                        2,
                        2,
                        given -> new Typed(
                                Kind.BOOLEAN,
                                "(strpos(" + sql(given, 0, Kind.TEXT) + ", " + sql(given, 1, Kind.TEXT) + ") > 0)")));
        all.put(
                "starts_with",
                new Entry(
                        2,
                        2,
                        given -> new Typed(
                                Kind.BOOLEAN,
                                "starts_with(" + sql(given, 0, Kind.TEXT) + ", " + sql(given, 1, Kind.TEXT) + ")")));
        all.put("if", new Entry(2, 3, Functions::choice));
        all.put("coalesce", new Entry(1, MANY, given -> same("coalesce", given)));
        all.put(
                "is_empty",
                new Entry(
                        1,
                        1,
                        given -> new Typed(
                                Kind.BOOLEAN,
                                given.get(0).kind() == Kind.TEXT
                                        ? "(coalesce(" + given.get(0).sql() + ", '') = '')"
                                        : "(" + given.get(0).sql() + " is null)")));
        Calendar.add((name, least, most, write) -> all.put(name, new Entry(least, most, write)));
        return all;
    }

    /** Takes a function in. */
    interface Sink {
        void put(String name, int least, int most, Function<List<Typed>, Typed> write);
    }

    /** A kind that a function cannot take. */
    static final class WrongKind extends RuntimeException {
        WrongKind() {
            super("kind", null, false, false);
        }
    }

    static String sql(List<Typed> given, int index, Kind kind) {
        Typed typed = given.get(index);
        if (typed.kind() != kind && !typed.isMissing()) {
            throw new WrongKind();
        }
        return typed.sql();
    }

    /** A whole number as an argument of PostgreSQL's functions of text; what is out of reach is the end. */
    private static String position(List<Typed> given, int index) {
        return "least(greatest(" + sql(given, index, Kind.WHOLE) + ", -1000000000), 1000000000)::integer";
    }

    static Typed concat(List<Typed> given) {
        return new Typed(
                Kind.TEXT,
                given.stream().map(each -> "coalesce(" + text(each) + ", '')").collect(joining(" || ", "(", ")")));
    }

    private static String text(Typed given) {
        return switch (given.kind()) {
            case TEXT -> given.sql();
            case WHOLE, DECIMAL, FLOAT, BOOLEAN -> "(" + given.sql() + ")::text";
            case DATE -> Calendar.text(given.sql());
            case TIME, MOMENT -> throw new WrongKind();
        };
    }

    private static Typed logic(String word, List<Typed> given) {
        for (int i = 0; i < given.size(); i++) {
            sql(given, i, Kind.BOOLEAN);
        }
        return new Typed(Kind.BOOLEAN, given.stream().map(Typed::sql).collect(joining(" " + word + " ", "(", ")")));
    }

    private static Typed compared(String symbol, Typed left, Typed right) {
        boolean alike = left.kind() == right.kind()
                || (left.kind().isNumber() && right.kind().isNumber());
        if (left.isMissing() || right.isMissing()) {
            String some = left.isMissing() ? right.sql() : left.sql();
            return switch (symbol) {
                case "=" -> new Typed(Kind.BOOLEAN, "(" + some + " is null)");
                case "<>" -> new Typed(Kind.BOOLEAN, "(" + some + " is not null)");
                default -> throw new WrongKind();
            };
        }
        if (!alike) {
            throw new WrongKind();
        }
        return new Typed(Kind.BOOLEAN, "(" + left.beside(right) + " " + symbol + " " + right.beside(left) + ")");
    }

    private static Typed choice(List<Typed> given) {
        String condition = sql(given, 0, Kind.BOOLEAN);
        Typed results = same("", given.subList(1, given.size()));
        boolean isFloat = results.kind() == Kind.FLOAT;
        Typed beside = new Typed(isFloat ? Kind.FLOAT : Kind.TEXT, "");
        return new Typed(
                results.kind(),
                "(case when " + condition + " then " + given.get(1).beside(beside)
                        + (given.size() == 3 ? " else " + given.get(2).beside(beside) : "") + " end)");
    }

    /** A function of values of one kind. */
    static Typed same(String function, List<Typed> given) {
        List<Typed> present = given.stream().filter(each -> !each.isMissing()).toList();
        if (present.isEmpty()) {
            throw new WrongKind();
        }
        Kind kind = present.get(0).kind();
        boolean numbers = present.stream().allMatch(each -> each.kind().isNumber());
        if (!numbers && present.stream().anyMatch(each -> each.kind() != kind)) {
            throw new WrongKind();
        }
        Kind common = !numbers
                ? kind
                : present.stream()
                        .map(Typed::kind)
                        .max(java.util.Comparator.naturalOrder())
                        .orElseThrow();
        Typed beside = new Typed(common, "");
        return new Typed(
                common, present.stream().map(each -> each.beside(beside)).collect(joining(", ", function + "(", ")")));
    }
}
