package io.nocode.runtime.transfer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers whose digits stand in groups of three, as people and spreadsheets write them: {@code 1 234,50}. */
final class GroupedDigits {
    /** Spaces, those that do not break included, and apostrophes can only be between groups. */
    private static final Pattern SPACED = Pattern.compile(
            "(?<whole>[+-]?[0-9]{1,3}([ \\u00a0\\u2009\\u202f'\\u2019][0-9]{3}){1,120})([.,](?<fraction>[0-9]{1,400}))?");

    /** A point and a comma, of which the last is before the fraction. */
    private static final Pattern POINTS_THEN_COMMA =
            Pattern.compile("(?<whole>[+-]?[0-9]{1,3}(\\.[0-9]{3}){1,120}),(?<fraction>[0-9]{1,400})");

    private static final Pattern COMMAS_THEN_POINT =
            Pattern.compile("(?<whole>[+-]?[0-9]{1,3}(,[0-9]{3}){1,120})\\.(?<fraction>[0-9]{1,400})");

    /** Of several there can be none before a fraction. */
    private static final Pattern SEVERAL =
            Pattern.compile("(?<whole>[+-]?[0-9]{1,3}(?:(\\.[0-9]{3}){2,120}|(,[0-9]{3}){2,120}))(?<fraction>)");

    private GroupedDigits() {}

    /** The number without groups, such as {@code 1234.50}; empty where it has none or could be meant in two ways. */
    static Optional<String> plain(String text) {
        for (Pattern form : new Pattern[] {SPACED, POINTS_THEN_COMMA, COMMAS_THEN_POINT, SEVERAL}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                String whole = matcher.group("whole").replaceAll("[^0-9+-]", "");
                String fraction = matcher.group("fraction");
                return Optional.of(fraction == null || fraction.isEmpty() ? whole : whole + "." + fraction);
            }
        }
        return Optional.empty();
    }
}
