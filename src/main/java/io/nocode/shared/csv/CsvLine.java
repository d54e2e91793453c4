package io.nocode.shared.csv;

/**
 * One line of a CSV file after RFC 4180. Text that a spreadsheet would take for a formula is made harmless; numbers stay
 * numbers.
 */
public final class CsvLine {
    private final char delimiter;
    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    public CsvLine(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Adds text that somebody may have written with ill intent. */
    public CsvLine text(String text) {
        return raw(neutral(text));
    }

    /** Adds what is known to be harmless: a number, a date, an id, or nothing. */
    public CsvLine raw(String value) {
        if (begun) {
            line.append(delimiter);
        }
        begun = true;
        if (needsQuotes(value)) {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
        return this;
    }

    /** The line with its CR LF. */
    public String end() {
        return line.append("\r\n").toString();
    }

    /**
     * Text with an apostrophe before what a spreadsheet would run: {@code = + - @}, tab, CR (OWASP, CSV injection).
     * Text that has apostrophes there already gets one more, so that {@link #original} finds each text again.
     */
    public static String neutral(String text) {
        return beginsFormula(text) ? "'" + text : text;
    }

    /** The text that was made {@link #neutral}. */
    public static String original(String text) {
        return text.startsWith("'") && beginsFormula(text) ? text.substring(1) : text;
    }

    private static boolean beginsFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
    }

    private boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == delimiter || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return !value.isEmpty() && (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ');
    }
}
