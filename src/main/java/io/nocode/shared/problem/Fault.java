package io.nocode.shared.problem;

import java.util.Arrays;

/**
 * What is wrong with one field: a key of the message files and the words for its placeholders.
 *
 * @param key the message key, or a sentence that is already in the caller's language
 */
public record Fault(String key, Object... words) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Fault that && key.equals(that.key) && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return key + Arrays.toString(words);
    }
}
