package io.nocode.shared.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What people see a file called; nothing is ever stored or opened under such a name. */
public final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /** The name that a client gave without what could mislead: paths, control characters, marks that turn text around. */
    public static String of(@Nullable String given) {
        String text = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints()
                .filter(FileName::isVisible)
                .map(point -> ":*?\"<>|".indexOf(point) >= 0 ? '_' : point)
                .forEach(name::appendCodePoint);
        String clean = name.toString().strip();
        String plain = clean.replaceAll("^[. ]+", "").replaceAll("[. ]+$", "");
        return plain.isEmpty() ? "file" : shortened(plain);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Joiners hold emoji and some scripts together; the others of these turn text around or are not seen.
            case Character.FORMAT -> point == 0x200D || point == 0x200C;
            default -> true;
        };
    }

    /** A long name loses letters before its extension. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int kept = LONGEST - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + extension;
    }

    /** {@code Content-Disposition} (RFC 6266): plain letters for old clients, all of them for the others. */
    public static String disposition(boolean inline, String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .forEach(point -> plain.appendCodePoint(
                        point < 0x20 || point > 0x7e || "\"\\%".indexOf(point) >= 0 ? '_' : point));
        String all = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + all;
    }
}
