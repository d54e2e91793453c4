package io.nocode.foundation.mail;

import java.util.regex.Pattern;

/**
 * What a user typed, fit to stand in a sentence of a mail: one line, not too long, and nothing in it that a mail program
 * would make a link of, or everybody could send mails with links of their own in our name.
 */
final class PlainWords {
    private static final int LONGEST = 120;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");
    /** Turns the direction of what follows, and could show an address backwards. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    private static final Pattern LINK_PARTS = Pattern.compile("(?<=\\S)([.:@])(?=\\S)");
    /** A space of no width: nobody sees it, and no program sees a link. */
    private static final String APART = "\u200B";

    private PlainWords() {}

    static String of(String typed) {
        String line = DIRECTIONS
                .matcher(BREAKS.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
        String shortened = line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return LINK_PARTS.matcher(shortened).replaceAll("$1" + APART);
    }
}
