package io.nocode.runtime.query;

import io.nocode.shared.page.PageQuery;
import io.nocode.shared.problem.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list: their form, and their limits. Every fault is named at once. */
public final class QueryParser {
    /** Parameters that are no filters; {@code environment} is the door's. */
    private static final Set<String> KNOWN = Set.of(
            "page",
            "page_size",
            "cursor",
            "sort_by",
            "sort_order",
            "search",
            "filters",
            "fields",
            "expand",
            "count",
            "environment");

    private static final Set<String> KNOWN_OF_AGGREGATES =
            Set.of("group_by", "measures", "having", "sort_by", "sort_order", "search", "filters", "environment");

    private static final Set<String> KNOWN_OF_EXPORTS = Set.of(
            "sort_by",
            "sort_order",
            "search",
            "filters",
            "fields",
            "expand",
            "environment",
            "format",
            "bom",
            "delimiter");

    private static final Set<String> KNOWN_OF_WRITES = Set.of("search", "filters", "confirm", "environment", "dry_run");

    private static final Set<String> KNOWN_OF_EVENTS =
            Set.of("search", "filters", "fields", "environment", "last_event_id");

    static final int MAX_GROUPS = 8;
    static final int MAX_MEASURES = 20;
    static final int MAX_SORTS = 8;
    static final int MAX_FIELDS = 100;
    static final int MAX_SEARCH = 200;
    static final int MAX_WORDS = 10;
    static final int MAX_FILTERS_LENGTH = 16_384;

    private final Parameters parameters;
    private final Set<String> known;
    private final Faults faults = new Faults();

    private QueryParser(Parameters parameters, Set<String> known) {
        this.parameters = parameters;
        this.known = known;
    }

    /**
     * The query that these parameters mean.
     *
     * @throws io.nocode.shared.problem.Problem INVALID with every fault
     */
    public static Query parse(Parameters parameters) {
        return new QueryParser(parameters, KNOWN).query();
    }

    /**
     * The query of an export, without pages; its {@code format, bom, delimiter} are the door's.
     *
     * @throws io.nocode.shared.problem.Problem INVALID with every fault
     */
    public static Query parseExport(Parameters parameters) {
        return new QueryParser(parameters, KNOWN_OF_EXPORTS).export();
    }

    /**
     * The figures that these parameters mean.
     *
     * @throws io.nocode.shared.problem.Problem INVALID with every fault
     */
    public static AggregateQuery parseAggregate(Parameters parameters) {
        return new QueryParser(parameters, KNOWN_OF_AGGREGATES).aggregate();
    }

    /**
     * The rows that these parameters mean, for a change of all of them.
     *
     * @throws io.nocode.shared.problem.Problem INVALID with every fault, and where they say nothing
     */
    public static Matching parseMatching(Parameters parameters) {
        QueryParser parser = new QueryParser(parameters, KNOWN_OF_WRITES);
        Matching matching = new Matching(parser.asked(), parser.words());
        if (matching.asked().equals(Asked.ANYTHING) && matching.words().isEmpty()) {
            parser.faults.add("filters", "field.required");
        }
        parser.faults.throwIfAny();
        return matching;
    }

    /**
     * What is to be followed by these parameters.
     *
     * @throws io.nocode.shared.problem.Problem INVALID with every fault
     */
    public static Query parseEvents(Parameters parameters) {
        return new QueryParser(parameters, KNOWN_OF_EVENTS).events();
    }

    private Query events() {
        Query query = new Query(1, 1, List.of(), words(), asked(), fields(), List.of(), Count.NONE, null);
        faults.throwIfAny();
        return query;
    }

    private AggregateQuery aggregate() {
        List<String> groups = names("group_by", MAX_GROUPS);
        List<String> measures = names("measures", MAX_MEASURES);
        List<Query.Sort> sorts = sorts();
        if (parameters.once("sort_by", faults) == null && !sorts.isEmpty()) {
            sorts = groups.stream().map(group -> new Query.Sort(group, true)).toList();
        }
        AggregateQuery query = new AggregateQuery(
                groups.stream().distinct().toList(),
                measures.isEmpty()
                        ? List.of("count")
                        : measures.stream().distinct().toList(),
                sorts,
                words(),
                asked(),
                json("having", new FilterParser(faults, "having")));
        faults.throwIfAny();
        return query;
    }

    private Query query() {
        String cursor = parameters.once("cursor", faults);
        if (cursor != null && parameters.once("page", faults) != null) {
            faults.add("page", "field.not_with_cursor");
        }
        Query query = new Query(
                number("page", 1, Integer.MAX_VALUE),
                number("page_size", PageQuery.DEFAULT_SIZE, PageQuery.MAX_SIZE),
                sorts(),
                words(),
                asked(),
                fields(),
                names("expand", Expansion.MAX_NAMES),
                count(cursor == null ? Count.EXACT : Count.NONE),
                cursor);
        faults.throwIfAny();
        return query;
    }

    private Query export() {
        Query query = new Query(
                1, 1, sorts(), words(), asked(), fields(), names("expand", Expansion.MAX_NAMES), Count.NONE, null);
        faults.throwIfAny();
        return query;
    }

    private int number(String name, int otherwise, int most) {
        String text = parameters.once(name, faults);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        faults.add(name, "field.between", 1, most);
        return otherwise;
    }

    /** A minus before a name means descending; {@code sort_order} counts for the names without one. */
    private List<Query.Sort> sorts() {
        String order = parameters.once("sort_order", faults);
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            faults.add("sort_order", "field.must_be.one_of", "asc, desc");
        }
        List<Query.Sort> sorts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names("sort_by", MAX_SORTS)) {
            boolean minus = name.startsWith("-");
            String path = minus ? name.substring(1) : name;
            if (seen.add(path)) {
                sorts.add(new Query.Sort(path, minus || "desc".equals(order)));
            }
        }
        if (sorts.isEmpty() && "desc".equals(order)) {
            sorts.add(new Query.Sort("id", true));
        }
        return sorts;
    }

    private @Nullable List<String> fields() {
        List<String> names = names("fields", MAX_FIELDS);
        return names.isEmpty() ? null : names.stream().distinct().toList();
    }

    private List<String> names(String parameter, int most) {
        String text = parameters.once(parameter, faults);
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        String[] names = text.split(",", -1);
        if (names.length > most) {
            faults.add(parameter, "field.list_too_long", most);
            return List.of();
        }
        return Arrays.stream(names).map(String::strip).toList();
    }

    private List<String> words() {
        String text = parameters.once("search", faults);
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(text.strip().split("\\s+", -1)).distinct().toList();
        if (text.length() > MAX_SEARCH || words.size() > MAX_WORDS) {
            faults.add("search", "field.search_too_long", MAX_SEARCH, MAX_WORDS);
        }
        if (!io.nocode.shared.json.TextCheck.isStorable(text)) {
            faults.add("search", "field.text_not_storable");
        }
        return words;
    }

    private Asked asked() {
        FilterParser filters = new FilterParser(faults, "filters");
        List<Asked> all = new ArrayList<>();
        Asked json = json("filters", filters);
        if (json != Asked.ANYTHING) {
            all.add(json);
        }
        for (Parameters.One one : parameters.all()) {
            if (!known.contains(one.name())) {
                all.add(filters.plain(one.name(), one.value()));
            }
        }
        return all.isEmpty() ? Asked.ANYTHING : all.size() == 1 ? all.get(0) : new Asked.All(all);
    }

    private Asked json(String parameter, FilterParser parser) {
        String json = parameters.once(parameter, faults);
        if (json != null && json.length() > MAX_FILTERS_LENGTH) {
            faults.add(parameter, "field.too_long", MAX_FILTERS_LENGTH);
            return Asked.ANYTHING;
        }
        return json == null || json.isBlank() ? Asked.ANYTHING : parser.parse(json);
    }

    private Count count(Count otherwise) {
        String text = parameters.once("count", faults);
        if (text == null) {
            return otherwise;
        }
        for (Count count : Count.values()) {
            if (count.name().toLowerCase(Locale.ROOT).equals(text)) {
                return count;
            }
        }
        faults.add("count", "field.must_be.one_of", "exact, estimated, none");
        return otherwise;
    }
}
