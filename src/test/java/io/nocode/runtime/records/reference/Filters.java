package io.nocode.runtime.records.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Random filters: what is asked, and what it means for a row. */
final class Filters {
    /** A filter as JSON with what it means. */
    record Filter(ObjectNode json, Predicate<Row> means) {}

    /** One comparison. */
    record Test(String key, JsonNode value, Predicate<Row> means) {}

    private static final List<List<String>> PATHS = List.of(
            List.of(),
            List.of(),
            List.of(),
            List.of("team"),
            List.of("team", "region"),
            List.of("team", "parent"),
            List.of("team", "parent", "region"));

    private final World world;
    private final Random random;
    private final Meaning meaning;

    Filters(World world, Random random) {
        this.world = world;
        this.random = random;
        this.meaning = new Meaning(world.texts);
    }

    /** Any filter, nested up to so many levels. */
    Filter any(int levels) {
        ObjectNode json = Json.object();
        List<Predicate<Row>> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int form = levels == 0 ? 9 : random.nextInt(10);
            if (form == 0 && !json.has("not")) {
                Filter inner = any(levels - 1);
                json.set("not", inner.json());
                parts.add(inner.means().negate());
            } else if (form < 3 && !json.has("or")) {
                List<Predicate<Row>> ways = branches(json.putArray("or"), levels - 1);
                parts.add(row -> ways.stream().anyMatch(way -> way.test(row)));
            } else if (form < 4 && !json.has("and")) {
                List<Predicate<Row>> ways = branches(json.putArray("and"), levels - 1);
                parts.add(row -> ways.stream().allMatch(way -> way.test(row)));
            } else {
                Test test = test();
                if (!json.has(test.key())) {
                    json.set(test.key(), test.value());
                    parts.add(test.means());
                }
            }
        }
        return new Filter(json, row -> parts.stream().allMatch(part -> part.test(row)));
    }

    private List<Predicate<Row>> branches(ArrayNode array, int levels) {
        List<Predicate<Row>> ways = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Filter branch = any(levels);
            array.add(branch.json());
            ways.add(branch.means());
        }
        return ways;
    }

    /** One comparison of any field by any operator that its type has. */
    Test test() {
        List<String> path = PATHS.get(random.nextInt(PATHS.size()));
        if (path.isEmpty() && random.nextInt(12) == 0) {
            return relation();
        }
        Kind kind = path.contains("region")
                ? Kind.named(random.nextBoolean() ? "name" : "amount")
                : Kind.ALL.get(random.nextInt(Kind.ALL.size()));
        List<String> operators = List.copyOf(world.operators.get(type(kind)));
        String operator = operators.get(random.nextInt(operators.size()));
        JsonNode given = given(kind, operator);
        String key = String.join("__", path) + (path.isEmpty() ? "" : "__") + kind.name();
        boolean plain = operator.equals("eq") && random.nextBoolean();
        Predicate<Object> means = meaning.of(kind, operator, given);
        return new Test(plain ? key : key + "__" + operator, given, row -> {
            Row at = row.through(path);
            return at != null && means.test(at.value(kind.name()));
        });
    }

    private Test relation() {
        Row target =
                world.rows.get(random.nextInt(world.rows.size())).relations().get("team");
        if (target == null) {
            return new Test("team__isnull", Json.tree(true), row -> row.value("team") == null);
        }
        boolean not = random.nextBoolean();
        return new Test(
                not ? "team__ne" : "team",
                Json.tree(target.id()),
                row -> target.id().equals(row.value("team")) != not);
    }

    static String type(Kind kind) {
        return Json.parse(kind.config()).path("type").asText();
    }

    private JsonNode given(Kind kind, String operator) {
        return switch (operator) {
            case "isnull" -> Json.tree(random.nextBoolean());
            case "in", "not_in" -> list(kind, random.nextInt(4));
            case "range" -> list(kind, 2);
            case "year" -> Json.tree(random.nextBoolean() ? 2026 : 2025);
            case "month" -> Json.tree(1 + random.nextInt(12));
            case "day" -> Json.tree(1 + random.nextInt(31));
            case "has_any", "has_all" -> value(kind);
            case "icontains", "iexact", "contains", "startswith", "endswith" ->
                kind.isText() ? Json.tree(piece(value(kind).textValue())) : value(kind);
            case "eq", "ne" -> random.nextInt(8) == 0 ? Json.parse("null") : value(kind);
            default -> value(kind);
        };
    }

    private JsonNode value(Kind kind) {
        return kind.values().get(random.nextInt(kind.values().size()));
    }

    private ArrayNode list(Kind kind, int count) {
        ArrayNode list = Json.array();
        for (int i = 0; i < count; i++) {
            list.add(value(kind));
        }
        return list;
    }

    /** A part of a text, or the whole, in letters of any case. */
    private String piece(String text) {
        int from = random.nextInt(text.length() + 1);
        String piece =
                random.nextBoolean() ? text : text.substring(from, from + random.nextInt(text.length() - from + 1));
        return random.nextInt(3) == 0 ? piece.toUpperCase(java.util.Locale.ROOT) : piece;
    }
}
