package io.nocode.runtime.served;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An application's theme as style sheet. Only what is a colour, or a font by name, gets into it. */
final class Theme {
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Map<String, String> COLOURS =
            Map.of("primary_color", "--primary", "background_color", "--background", "text_color", "--text");
    private static final Map<String, String> FONTS = Map.of(
            "serif", "Georgia, 'Times New Roman', 'Liberation Serif', serif",
            "mono", "ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace");

    private Theme() {}

    static String css(@Nullable Map<String, Object> theme) {
        StringBuilder css = new StringBuilder(":root{");
        Map<String, Object> given = theme == null ? Map.of() : theme;
        COLOURS.forEach((key, variable) -> {
            if (given.get(key) instanceof String colour
                    && COLOUR.matcher(colour).matches()) {
                css.append(variable).append(':').append(colour).append(';');
                if (key.equals("primary_color")) {
                    css.append("--on-primary:")
                            .append(isLight(colour) ? "#17201f" : "#fff")
                            .append(';');
                }
            }
        });
        if (given.get("font") instanceof String font && FONTS.containsKey(font)) {
            css.append("--font:").append(FONTS.get(font)).append(';');
        }
        return css.append("}").toString();
    }

    /** Whether dark letters read better on it: its relative luminance (WCAG 2.2) against the middle of contrast. */
    static boolean isLight(String colour) {
        String hex = colour.length() == 4
                ? colour.replaceAll("([0-9a-fA-F])", "$1$1").substring(1)
                : colour.substring(1);
        return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4) > 0.179;
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
