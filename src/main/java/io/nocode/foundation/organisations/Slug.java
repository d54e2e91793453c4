package io.nocode.foundation.organisations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A name as part of a URL. */
final class Slug {
    private static final int MAX_LENGTH = 60;

    private Slug() {}

    /** {@code Café Zoé & Co.} as {@code cafe-zoe-co}; {@code organization} where no letter of a to z is left. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String shortened = plain.length() <= MAX_LENGTH
                ? plain
                : plain.substring(0, MAX_LENGTH).replaceAll("-+$", "");
        return shortened.isEmpty() ? "organization" : shortened;
    }

    /** The slug itself, or with the first number from 2 that is free. */
    static String free(String slug, Set<String> taken) {
        if (!taken.contains(slug)) {
            return slug;
        }
        int number = 2;
        while (taken.contains(slug + "-" + number)) {
            number++;
        }
        return slug + "-" + number;
    }
}
