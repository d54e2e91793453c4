package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.csv.CsvLines;
import io.nocode.shared.csv.TextEncoding;
import io.nocode.shared.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * What an uploaded file is, by what is in it; the name decides only what the content leaves open.
 *
 * @param encoding and delimiter mean nothing for a workbook
 */
record FileFormat(Kind kind, String encoding, char delimiter) {
    enum Kind {
        CSV,
        JSON,
        JSON_LINES,
        XLSX
    }

    /** Opens the file once more, from its beginning. */
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    /** Finds it out. */
    static FileFormat of(Bytes file, String name) throws IOException {
        try (InputStream head = file.open()) {
            byte[] first = head.readNBytes(4);
            if (first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
                return new FileFormat(Kind.XLSX, "UTF-8", ',');
            }
            if (first.length == 0) {
                throw new BrokenFile("import.empty");
            }
            if ((first[0] & 0xff) == 0xd0 && name.toLowerCase(Locale.ROOT).endsWith(".xls")) {
                throw new BrokenFile("import.old_excel");
            }
        }
        Charset encoding;
        try (InputStream bytes = file.open()) {
            encoding = TextEncoding.of(bytes);
        } catch (TextEncoding.BrokenText broken) {
            throw new BrokenFile("import.broken_text", broken.line());
        }
        if (begins(file, encoding, name)) {
            try (Reader text = text(file, encoding)) {
                return new FileFormat(JsonLines.isWrittenIn(text) ? Kind.JSON_LINES : Kind.JSON, encoding.name(), ',');
            }
        }
        try (Reader text = text(file, encoding)) {
            return new FileFormat(Kind.CSV, encoding.name(), CsvLines.delimiter(text));
        }
    }

    /** Whether it begins like JSON, and is not called something else. */
    private static boolean begins(Bytes file, Charset encoding, String name) throws IOException {
        boolean named = name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
        try (Reader text = text(file, encoding)) {
            int letter = text.read();
            while (letter >= 0 && Character.isWhitespace(letter)) {
                letter = text.read();
            }
            return !named && (letter == '{' || letter == '[');
        }
    }

    /** The rows of the file. */
    FileRows rows(Bytes file) throws IOException {
        return switch (kind) {
            case XLSX -> {
                try (InputStream bytes = file.open()) {
                    yield new XlsxRows(bytes);
                }
            }
            case JSON_LINES -> new JsonLines(text(file, Charset.forName(encoding)));
            case JSON -> new JsonRows(text(file, Charset.forName(encoding)));
            case CSV -> new CsvRows(text(file, Charset.forName(encoding)), delimiter);
        };
    }

    private static Reader text(Bytes file, Charset encoding) throws IOException {
        return new BufferedReader(TextEncoding.reader(file.open(), encoding), 1 << 16);
    }

    ObjectNode json() {
        return Json.object()
                .put("kind", kind.name())
                .put("encoding", encoding)
                .put("delimiter", String.valueOf(delimiter));
    }

    static FileFormat read(JsonNode json) {
        return new FileFormat(
                Kind.valueOf(json.path("kind").asText()),
                json.path("encoding").asText(),
                json.path("delimiter").asText().charAt(0));
    }
}
