package io.nocode.runtime.query;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request, decoded, in the order in which they came. */
public final class Parameters {
    /** One of them. */
    public record One(String name, String value) {}

    private static final Parameters NONE = new Parameters(List.of());

    private final List<One> all;

    private Parameters(List<One> all) {
        this.all = all;
    }

    /**
     * From the raw query of a URL.
     *
     * @throws io.nocode.shared.problem.Problem MALFORMED_URL where an escape is broken
     */
    public static Parameters parse(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return NONE;
        }
        List<One> all = new ArrayList<>();
        for (String part : rawQuery.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                all.add(
                        equals < 0
                                ? new One(decode(part), "")
                                : new One(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
            }
        }
        return new Parameters(all);
    }

    /** From parameters that somebody else has decoded. */
    public static Parameters of(Map<String, List<String>> decoded) {
        List<One> all = new ArrayList<>();
        decoded.forEach((name, values) -> values.forEach(value -> all.add(new One(name, value))));
        return new Parameters(all);
    }

    public List<One> all() {
        return all;
    }

    /** The value of a parameter that may be sent once; null where it was not sent. */
    @Nullable
    String once(String name, Faults faults) {
        String found = null;
        for (One one : all) {
            if (one.name().equals(name)) {
                if (found != null) {
                    faults.add(name, "field.once");
                }
                found = one.value();
            }
        }
        return found;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            throw CommonProblem.MALFORMED_URL.because();
        }
    }
}
