package io.nocode.runtime.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object a line. A line that is none costs only itself. */
final class JsonLines implements FileRows {
    /** How many letters a line may have. */
    private static final int LONGEST = 10_000_000;

    private final Reader text;
    private long number;
    private boolean over;

    JsonLines(Reader text) {
        this.text = text;
    }

    /** Whether a text is written like this: its first line is a whole object. */
    static boolean isWrittenIn(Reader text) throws IOException {
        try {
            Optional<FileRow> first = new JsonLines(text).next();
            return first.isPresent() && first.get().wrong() == null;
        } catch (BrokenFile tooLong) {
            return false;
        }
    }

    @Override
    public List<String> header() {
        return List.of();
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        for (String line = line(); line != null; line = line()) {
            if (!line.isBlank()) {
                return Optional.of(row(line));
            }
        }
        return Optional.empty();
    }

    private FileRow row(String line) {
        try {
            return JsonRows.row(number, Json.mapper().readTree(line));
        } catch (JsonProcessingException broken) {
            return new FileRow(number, List.of("value"), List.of(line), new Fault("import.no_json"));
        }
    }

    /** The next line without its end; null where there is none. */
    private @Nullable String line() throws IOException {
        if (over) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        for (int letter = text.read(); letter != '\n'; letter = text.read()) {
            if (letter < 0) {
                over = true;
                return line.toString();
            }
            if (line.length() == LONGEST) {
                throw new BrokenFile("import.broken_json", number);
            }
            line.append((char) letter);
        }
        return line.toString();
    }

    @Override
    public boolean isSpreadsheet() {
        return false;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
