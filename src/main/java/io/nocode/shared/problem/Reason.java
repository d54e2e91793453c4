package io.nocode.shared.problem;

import java.util.Map;

/**
 * Why something is refused. Implemented by one enum per feature (`ProjectProblem`), whose constant names are the
 * machine codes; the sentence stands under {@code problem.CODE} in the message files of both languages.
 */
public interface Reason {
    /** The code that clients switch on; it never changes. */
    String name();

    /** The HTTP status of the answer. */
    int status();

    /** This reason as something to throw. */
    default Problem because() {
        return new Problem(this, Map.of());
    }

    /** This reason, with the words that its sentence's placeholders ({@code {0}}) take. */
    default Problem because(Object... words) {
        return new Problem(this, Map.of(), words);
    }

    /** This reason, blaming one field with a message key (and the words for its placeholders). */
    default Problem at(String field, String messageKey, Object... words) {
        return new Problem(this, Map.of(field, new Fault(messageKey, words)));
    }

    /** This reason, blaming several fields. */
    default Problem at(Faults faults) {
        return new Problem(this, faults.byField());
    }

    /** This reason with details that are data, not sentences (counts, offending rows), and the words of its sentence. */
    default Problem with(Map<String, ?> details, Object... words) {
        return new Problem(this, details, words);
    }
}
