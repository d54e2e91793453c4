package io.nocode.shared.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a CSV file after RFC 4180, whatever parts its cells. Lines without anything are passed over. */
public final class CsvLines implements Closeable {
    /** How many cells of a line are kept; the others are only counted. */
    public static final int MOST_CELLS = 1_000;

    /** How many letters a cell may have. */
    public static final int LONGEST_CELL = 1 << 20;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LONGEST_HEADER = 1 << 16;

    /**
     * One of them.
     *
     * @param number of the text line on which it begins, from 1
     * @param cells null for an empty cell that has no quotes either
     * @param width how many cells it has, which may be more than are kept
     */
    public record Line(long number, List<@Nullable String> cells, int width) {}

    /** A file that is no CSV: quotes that do not end where they must, or a cell without measure. */
    public static final class BrokenCsv extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long line;

        BrokenCsv(long line, Throwable cause) {
            super(cause.getMessage(), cause);
            this.line = line;
        }

        /** On which text line the row begins that cannot be read, from 1. */
        public long line() {
            return line;
        }
    }

    private final CsvReader<Line> lines;
    private final Cells cells = new Cells();
    private final Tail text;
    private final Iterator<Line> next;

    /** The lines of a text. */
    public CsvLines(Reader text, char delimiter) {
        this.text = new Tail(text);
        lines = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .acceptCharsAfterQuotes(false)
                .maxBufferSize(LONGEST_CELL)
                .build(cells, this.text);
        next = lines.iterator();
    }

    /**
     * The next line; empty at the end.
     *
     * @throws BrokenCsv where what comes cannot be read
     */
    public Optional<Line> next() {
        try {
            if (next.hasNext()) {
                return Optional.of(next.next());
            }
            if (cells.endsInQuotes && text.last != '"') {
                throw new BrokenCsv(cells.began, new EOFException("The last quotes do not end."));
            }
            return Optional.empty();
        } catch (CsvParseException broken) {
            throw new BrokenCsv(cells.began, broken);
        } catch (UncheckedIOException tooLong) {
            throw new BrokenCsv(cells.began, tooLong);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** What parts the cells: that which the first line has most of, outside of quotes. */
    public static char delimiter(Reader text) throws IOException {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int letter = text.read();
            if (letter < 0 || !quoted && (letter == '\n' || letter == '\r')) {
                break;
            }
            quoted ^= letter == '"';
            for (int each = 0; each < DELIMITERS.length && !quoted; each++) {
                counts[each] += letter == DELIMITERS[each] ? 1 : 0;
            }
        }
        int best = 0;
        for (int each = 1; each < counts.length; each++) {
            best = counts[each] > counts[best] ? each : best;
        }
        return DELIMITERS[best];
    }

    private static final class Cells extends AbstractBaseCsvCallbackHandler<Line> {
        private List<@Nullable String> cells = new ArrayList<>();
        private boolean endsInQuotes;
        private long began = 1;

        @Override
        protected void handleBegin(long startingLineNumber) {
            began = startingLineNumber;
            cells = new ArrayList<>(cells.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            endsInQuotes = quoted;
            if (index < MOST_CELLS) {
                cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
            }
        }

        @Override
        protected RecordWrapper<Line> buildRecord() {
            return wrapRecord(new Line(getStartingLineNumber(), cells, getFieldCount()));
        }
    }

    /** Remembers the last letter that is no end of a line. */
    private static final class Tail extends FilterReader {
        private char last;

        Tail(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            for (int i = offset + count - 1; i >= offset; i--) {
                if (into[i] != '\r' && into[i] != '\n') {
                    last = into[i];
                    break;
                }
            }
            return count;
        }
    }
}
