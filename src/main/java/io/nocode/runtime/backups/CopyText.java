package io.nocode.runtime.backups;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of PostgreSQL's COPY, in its text format: tabs between values, a backslash before what would be misread. */
final class CopyText {
    /** The line behind the last. */
    static final String END = "\\.";

    private static final String NULL = "\\N";

    private CopyText() {}

    /** Appends one value. */
    static void value(StringBuilder line, @Nullable String value) {
        if (value == null) {
            line.append(NULL);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\b' -> line.append("\\b");
                case '\f' -> line.append("\\f");
                case '\u000b' -> line.append("\\v");
                default -> line.append(c);
            }
        }
    }

    /** The values of a line that {@link #value} wrote. */
    static List<@Nullable String> values(String line) {
        List<@Nullable String> values = new ArrayList<>();
        int from = 0;
        while (true) {
            int to = line.indexOf('\t', from);
            String cell = to < 0 ? line.substring(from) : line.substring(from, to);
            values.add(cell.equals(NULL) ? null : plain(cell));
            if (to < 0) {
                return values;
            }
            from = to + 1;
        }
    }

    private static String plain(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            char escaped = cell.charAt(i);
            text.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'v' -> '\u000b';
                        default -> escaped;
                    });
        }
        return text.toString();
    }
}
