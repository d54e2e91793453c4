package io.nocode.shared.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of the product, in English and French. */
public final class Messages {
    /** One pair of files a module: {@code messages/foundation_en.properties} and {@code …_fr.properties}. */
    private static final List<String> MODULES =
            List.of("shared", "foundation", "studio", "runtime", "automation", "insights");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The language of a request, from {@code Accept-Language}: French if it is preferred, else English. */
    public static Locale language(Stream<Locale> preferred) {
        return preferred
                .map(Locale::getLanguage)
                .filter(language -> language.equals("en") || language.equals("fr"))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    /** The sentence under a key with its placeholders filled; the key itself where there is no such sentence. */
    public static String text(Locale language, String key, Object... words) {
        return find(language, key)
                .map(pattern -> new MessageFormat(pattern, language).format(words))
                .orElse(key);
    }

    static Optional<String> find(Locale language, String key) {
        return MODULES.stream()
                .map(module -> ResourceBundle.getBundle(
                        "messages." + module, language, Messages.class.getClassLoader(), NO_FALLBACK))
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst();
    }
}
