package io.nocode.studio.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.nocode.shared.sql.Identifier;
import java.util.regex.Matcher;

/**
 * A regular expression that whole texts must match. Taken is what RE2 (time linear to the text's length, whatever the
 * expression) and PostgreSQL read alike, for both hold values to it.
 */
public record TextPattern(String source, Pattern compiled) {
    private static final java.util.regex.Pattern READ_DIFFERENTLY =
            java.util.regex.Pattern.compile("\\\\[A-Za-z0-9&&[^dDsSwWtnr]]|\\(\\?(?!:)|^\\*\\*\\*|\\[\\[[.=]");
    private static final java.util.regex.Pattern REPEATS = java.util.regex.Pattern.compile("\\{(\\d*),?(\\d*)}");
    /** PostgreSQL's own limit of one repetition. */
    private static final long MOST_REPEAT = 255;
    /** Nested repetitions multiply, and each takes memory when the expression is compiled. */
    private static final long MOST_REPEATS = 10_000;

    /**
     * Reads an expression.
     *
     * @throws ValueFault where it cannot be taken, with the reason
     */
    static TextPattern of(String source) {
        Matcher different = READ_DIFFERENTLY.matcher(source);
        if (different.find()) {
            throw new ValueFault("field.option.pattern", different.group());
        }
        long product = 1;
        Matcher repeats = REPEATS.matcher(source);
        while (repeats.find()) {
            long most = Math.max(number(repeats.group(1)), number(repeats.group(2)));
            product *= Math.max(1, most);
            if (most > MOST_REPEAT || product > MOST_REPEATS) {
                throw new ValueFault("field.option.pattern", repeats.group());
            }
        }
        try {
            return new TextPattern(source, Pattern.compile(source));
        } catch (PatternSyntaxException wrong) {
            throw new ValueFault("field.option.pattern", wrong.getPattern());
        }
    }

    boolean matches(String text) {
        return compiled.matcher(text).matches();
    }

    /** The expression as PostgreSQL is asked to match it. */
    public String whole() {
        return "^(?:" + source + ")$";
    }

    String check(Identifier column) {
        return column + " ~ " + Literal.text(whole());
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : digits.length() > 4 ? MOST_REPEATS + 1 : Long.parseLong(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
