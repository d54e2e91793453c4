package io.nocode.studio.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a filter may ask of a field. */
public enum Operator {
    EQ,
    NE,
    GT,
    GTE,
    LT,
    LTE,
    IN,
    NOT_IN,
    ISNULL,
    CONTAINS,
    ICONTAINS,
    STARTSWITH,
    ENDSWITH,
    IEXACT,
    RANGE,
    YEAR,
    MONTH,
    DAY,
    HAS_ANY,
    HAS_ALL;

    private static final Map<String, Operator> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::wireName, Function.identity()));

    /** Whether something is this one: identifiers, choices, truth values. */
    static final Set<Operator> SAMENESS = set(EQ, NE, IN, NOT_IN, ISNULL);
    /** Lists of values. */
    static final Set<Operator> SETS = set(EQ, NE, ISNULL, HAS_ANY, HAS_ALL);
    /** What has an order too. */
    static final Set<Operator> ORDER = set(EQ, NE, IN, NOT_IN, ISNULL, GT, GTE, LT, LTE, RANGE);
    /** Words. */
    static final Set<Operator> WORDS =
            set(EQ, NE, IN, NOT_IN, ISNULL, GT, GTE, LT, LTE, RANGE, CONTAINS, ICONTAINS, STARTSWITH, ENDSWITH, IEXACT);
    /** Days and moments. */
    static final Set<Operator> CALENDAR = set(EQ, NE, IN, NOT_IN, ISNULL, GT, GTE, LT, LTE, RANGE, YEAR, MONTH, DAY);

    /** The name in filters, such as {@code not_in}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operator of that name in filters. */
    public static Optional<Operator> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    private static Set<Operator> set(Operator first, Operator... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }
}
