package io.nocode.runtime.transfer;

import io.nocode.shared.csv.CsvLines;
import io.nocode.shared.problem.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of CSV below its header. A line with too many cells or too few is no row: nothing is shifted. */
final class CsvRows implements FileRows {
    private final CsvLines lines;
    private final char delimiter;
    private final List<String> header;

    CsvRows(Reader text, char delimiter) {
        this.lines = new CsvLines(text, delimiter);
        this.delimiter = delimiter;
        CsvLines.Line first = line().orElseThrow(() -> new BrokenFile("import.empty"));
        if (first.width() > CsvLines.MOST_CELLS) {
            throw new BrokenFile("import.too_wide", CsvLines.MOST_CELLS);
        }
        this.header = first.cells().stream()
                .map(cell -> Objects.requireNonNullElse(cell, "").strip())
                .toList();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<FileRow> next() {
        return line().map(line -> new FileRow(line.number(), header, new ArrayList<>(line.cells()), fault(line)));
    }

    private @Nullable Fault fault(CsvLines.Line line) {
        return line.width() == header.size() ? null : new Fault("import.cells", line.width(), header.size());
    }

    private Optional<CsvLines.Line> line() {
        try {
            return lines.next();
        } catch (CsvLines.BrokenCsv broken) {
            throw new BrokenFile("import.broken_csv", broken.line());
        }
    }

    @Override
    public boolean takesDecimalCommas() {
        return delimiter != ',';
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
