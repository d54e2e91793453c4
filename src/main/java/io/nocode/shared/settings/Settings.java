package io.nocode.shared.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads configuration keys; a value that cannot be is a sentence that names the key. */
public final class Settings {
    private Settings() {}

    public static Optional<String> text(String key) {
        return config().getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    public static String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** A comma-separated list; empty where the key is not set. */
    public static List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public static int number(String key, int otherwise) {
        return text(key)
                .map(value -> {
                    try {
                        return Integer.valueOf(value);
                    } catch (NumberFormatException wrong) {
                        throw new IllegalStateException(key + " must be a whole number, not '" + value + "'.", wrong);
                    }
                })
                .orElse(otherwise);
    }

    /** An ISO 8601 duration such as {@code PT15M}. */
    public static Duration duration(String key, Duration otherwise) {
        return text(key)
                .map(value -> {
                    try {
                        return Duration.parse(value);
                    } catch (DateTimeParseException wrong) {
                        throw new IllegalStateException(
                                key + " must be a duration such as PT15M, not '" + value + "'.", wrong);
                    }
                })
                .orElse(otherwise);
    }

    /** Whether this is a development server: loopback only, with a mailbox and a known account. */
    public static boolean development() {
        return switch (text("nocode.mode", "production")) {
            case "production" -> false;
            case "development" -> true;
            default -> throw new IllegalStateException("nocode.mode must be production or development.");
        };
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }
}
