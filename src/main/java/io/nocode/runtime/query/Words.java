package io.nocode.runtime.query;

import java.text.Normalizer;

/** Text as it is compared without regard to case and accents: the same here as in the functions of SQL. */
final class Words {
    private Words() {}

    /** As {@code nocode.caseless} has it: lower case, letter by letter. */
    static String caseless(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    /** As {@code nocode.plain} has it: lower case, without the marks on letters. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints().filter(letter -> letter < 0x300 || letter > 0x36f).forEach(bare::appendCodePoint);
        return caseless(bare.toString()).replace('ς', 'σ');
    }

    /** Text that LIKE takes as it is. */
    static String literal(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '%' || c == '_') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
