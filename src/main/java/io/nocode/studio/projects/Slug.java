package io.nocode.studio.projects;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names as parts of URLs. */
final class Slug {
    private static final int MOST = 50;

    private Slug() {}

    /** The name in lower-case letters of ASCII, digits and hyphens, numbered where that is taken. */
    static String of(String name, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = plain.isEmpty()
                ? "project"
                : plain.substring(0, Math.min(MOST, plain.length())).replaceAll("-$", "");
        String slug = stem;
        for (int i = 2; taken.test(slug); i++) {
            slug = stem + "-" + i;
        }
        return slug;
    }
}
