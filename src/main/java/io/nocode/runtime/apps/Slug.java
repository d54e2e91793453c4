package io.nocode.runtime.apps;

import java.text.Normalizer;
import java.util.Locale;

/** Names in URLs: small letters, digits, single hyphens ({@code --} parts a slug from its environment). */
final class Slug {
    static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST = 50;

    private Slug() {}

    /** A slug that looks like a name; {@code app} where nothing of it can be kept. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "app" : cut;
    }

    /** Another one for when that is taken. */
    static String numbered(String slug, int number) {
        return slug + "-" + number;
    }
}
