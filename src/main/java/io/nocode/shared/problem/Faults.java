package io.nocode.shared.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what is wrong with each field, so that a caller learns all of it at once. */
public final class Faults {
    /** A body may have any number of unknown properties; to tell them all would answer with many times what was sent. */
    private static final int MOST_UNKNOWN = 100;

    private final Map<String, Fault> byField = new LinkedHashMap<>();
    private boolean unknownField;
    private int unknown;

    /** Blames a field (a path such as {@code fields_config[2].name}); the first fault of a field stands. */
    public Faults add(String field, String messageKey, Object... words) {
        byField.putIfAbsent(field, new Fault(messageKey, words));
        return this;
    }

    /** Blames a property that nobody knows; where there are very many, the first ones are named. */
    public Faults unknown(String field) {
        unknownField = true;
        return ++unknown > MOST_UNKNOWN ? this : add(field, "field.unknown");
    }

    /** Blames a property that only the server sets; for the caller it is one that is not known. */
    public Faults serverOwned(String field) {
        unknownField = true;
        return add(field, "field.server_owned");
    }

    /** Takes over what somebody else has gathered. */
    public Faults addAll(Faults others) {
        others.byField.forEach(byField::putIfAbsent);
        unknownField |= others.unknownField;
        return this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** Every fault by its field, in the order found. */
    public Map<String, Fault> byField() {
        return Collections.unmodifiableMap(byField);
    }

    /** Throws when there is any fault: {@code UNKNOWN_FIELD} where that is among them, else {@code INVALID}. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw (unknownField ? CommonProblem.UNKNOWN_FIELD : CommonProblem.INVALID).at(this);
        }
    }
}
