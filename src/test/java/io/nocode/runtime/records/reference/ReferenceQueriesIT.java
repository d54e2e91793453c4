package io.nocode.runtime.records.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random queries over random rows, answered by the API and by plain Java: they agree, order included. A
 * failure names the query and the seed; {@code -Dnocode.test.seed=} asks the same again, {@code -Dnocode.test.queries=}
 * asks more.
 */
class ReferenceQueriesIT {
    private static final long SEED = Long.getLong("nocode.test.seed", 20_260_127);
    private static final int QUERIES = Integer.getInteger("nocode.test.queries", 2_000);
    private static final List<String> SEARCHED = List.of("name", "note", "mail");
    private static final List<String> WORDS =
            List.of("ada", "ELAN", "élan", "vital", "b", "example", "_", "%", "naive", "zoe", "nowhere", "\\");

    private static World world;
    private static Random random;

    @BeforeAll
    static void randomRows() {
        world = new World(new Random(SEED));
    }

    @Test
    void listsAgree() {
        random = new Random(SEED);
        for (int i = 0; i < QUERIES; i++) {
            StringBuilder query = new StringBuilder("fields=id");
            List<Row> rows = selected(query);
            Sorting sorting = Sorting.any(world.texts, random);
            rows.sort(sorting.order());
            query.append(sorting.sortBy().isEmpty() ? "" : "&sort_by=" + sorting.sortBy());
            if (random.nextInt(6) == 0) {
                walk(query, rows);
            } else {
                page(query, rows);
            }
        }
    }

    private static void page(StringBuilder query, List<Row> rows) {
        int size = 1 + random.nextInt(100);
        int page = 1 + random.nextInt(1 + rows.size() / size);
        Answer answer = ask("", query.append("&page=" + page + "&page_size=" + size));
        int from = Math.min((page - 1) * size, rows.size());
        assertThat(ids(answer)).as(told(query)).isEqualTo(ids(rows.subList(from, Math.min(from + size, rows.size()))));
        assertThat(answer.at("count").asInt()).as(told(query)).isEqualTo(rows.size());
    }

    private static void walk(StringBuilder query, List<Row> rows) {
        query.append("&cursor=&page_size=" + (1 + Math.max(random.nextInt(40), rows.size() / 8)));
        List<String> seen = new ArrayList<>();
        Answer answer = ask("", query);
        seen.addAll(ids(answer));
        while (!answer.at("next").isNull()) {
            answer = world.owner.get(answer.at("next").asText()).expect(200);
            seen.addAll(ids(answer));
        }
        assertThat(seen).as(told(query)).isEqualTo(ids(rows));
    }

    @Test
    void plainParametersMeanTheSame() {
        random = new Random(SEED);
        Filters filters = new Filters(world, random);
        for (int i = 0; i < QUERIES / 4; i++) {
            Filters.Test test = filters.test();
            if (test.value().isValueNode()
                    && !test.value().isNull()
                    && !test.key().contains("data")) {
                StringBuilder query = new StringBuilder("fields=id&page_size=100&")
                        .append(test.key())
                        .append("=")
                        .append(encoded(test.value().asText()));
                List<Row> rows = matching(test.means());
                rows.sort((one, other) -> one.id().compareTo(other.id()));
                assertThat(ids(ask("", query)))
                        .as(told(query))
                        .isEqualTo(ids(rows.subList(0, Math.min(100, rows.size()))));
            }
        }
    }

    @Test
    void figuresAgree() {
        random = new Random(SEED);
        for (int i = 0; i < QUERIES / 2; i++) {
            StringBuilder query = new StringBuilder();
            List<Row> rows = selected(query);
            Figures figures = new Figures(world.texts, random);
            query.append("&").append(figures.query());
            JsonNode results = ask("aggregate/", query).at("results");
            List<Map<String, Object>> wanted = figures.of(rows);
            assertThat(results.size()).as(told(query) + results).isEqualTo(wanted.size());
            for (int row = 0; row < wanted.size(); row++) {
                JsonNode result = results.get(row);
                wanted.get(row)
                        .forEach((key, value) -> assertThat(agree(result.path(key), value))
                                .as("%s%n%s is not %s in %s", told(query), key, value, results)
                                .isTrue());
            }
        }
    }

    /** Adds random filters and words to a query, and gives the rows that it means. */
    private static List<Row> selected(StringBuilder query) {
        Predicate<Row> means = row -> true;
        if (random.nextInt(5) > 0) {
            Filters.Filter filter = new Filters(world, random).any(random.nextInt(4));
            query.append("&filters=").append(encoded(filter.json().toString()));
            means = filter.means();
        }
        if (random.nextInt(5) == 0) {
            List<String> words = random.ints(1 + random.nextInt(2), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .toList();
            query.append("&search=").append(encoded(String.join(" ", words)));
            means = means.and(row -> words.stream()
                    .allMatch(word -> SEARCHED.stream()
                            .anyMatch(field -> row.value(field) != null
                                    && bare(row.value(field).toString()).contains(bare(word)))));
        }
        return matching(means);
    }

    private static List<Row> matching(Predicate<Row> means) {
        return new ArrayList<>(world.rows.stream().filter(means).toList());
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether an answer's value is the one that is wanted; averages to as many digits as PostgreSQL gives. */
    private static boolean agree(JsonNode told, Object wanted) {
        if (wanted == null) {
            return told.isNull();
        }
        if (wanted instanceof BigDecimal number) {
            BigDecimal off = told.decimalValue().subtract(number).abs();
            return told.isNumber()
                    && off.compareTo(number.abs().add(BigDecimal.ONE).movePointLeft(12)) <= 0;
        }
        return wanted instanceof Boolean
                ? told.booleanValue() == (Boolean) wanted
                : wanted.toString().equals(Kind.sameForm(told.asText(), wanted));
    }

    private static Answer ask(String where, StringBuilder query) {
        Answer answer = world.owner.get(world.items + where + "?" + query);
        assertThat(answer.status()).as(told(query) + answer.text()).isEqualTo(200);
        return answer;
    }

    private static String told(StringBuilder query) {
        return "seed " + SEED + ", query " + java.net.URLDecoder.decode(query.toString(), StandardCharsets.UTF_8)
                + "\n";
    }

    private static List<String> ids(Answer answer) {
        return answer.at("results").findValuesAsText("id");
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
