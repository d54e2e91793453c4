package io.nocode.runtime.transfer;

import io.nocode.shared.problem.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet below its header. */
final class XlsxRows implements FileRows {
    private static final int MOST_CELLS = 1_000;
    private static final int MOST_ENTRIES = 10_000;
    /** What a workbook may unpack to, and its table of texts, which is kept in memory. */
    private static final long MOST_BYTES = 1L << 30;

    private static final long MOST_TEXTS = 64L << 20;

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;

    /**
     * Opens it.
     *
     * @param bytes of the workbook; they are copied to a file that goes when the rows are closed
     */
    XlsxRows(InputStream bytes) throws IOException {
        file = Files.createTempFile("import", ".xlsx");
        ReadableWorkbook opened = null;
        try {
            Files.copy(bytes, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            measure(file);
            opened = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            stream = opened.getFirstSheet().openStream();
            rows = stream.iterator();
            header = readHeader();
            workbook = opened;
        } catch (IOException | RuntimeException broken) {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(file);
            throw broken instanceof BrokenFile known ? known : new BrokenFile("import.broken_xlsx");
        }
    }

    /** Unpacks it once, and keeps nothing: what an archive says of its own sizes may be a lie. */
    private static void measure(Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new BrokenFile("import.too_large_unpacked");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long own = 0;
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                        own += count;
                        all += count;
                        if (all > MOST_BYTES || entry.getName().endsWith("sharedStrings.xml") && own > MOST_TEXTS) {
                            throw new BrokenFile("import.too_large_unpacked");
                        }
                    }
                }
            }
        }
    }

    private List<String> readHeader() {
        Row first = row().orElseThrow(() -> new BrokenFile("import.empty"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width(first); i++) {
            names.add(first.getOptionalCell(i).map(Cell::getText).orElse("").strip());
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return List.copyOf(names);
    }

    /** The next row that has anything in it. */
    private Optional<Row> row() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.stream().anyMatch(XlsxRows::isFilled)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RuntimeException broken) {
            throw broken instanceof BrokenFile known ? known : new BrokenFile("import.broken_xlsx");
        }
    }

    private static boolean isFilled(@Nullable Cell cell) {
        return cell != null && cell.getType() != CellType.EMPTY;
    }

    private static int width(Row row) {
        int width = row.getCellCount();
        if (width > MOST_CELLS) {
            throw new BrokenFile("import.too_wide", MOST_CELLS);
        }
        return width;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<FileRow> next() {
        return row().map(this::read);
    }

    private FileRow read(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        int width = 0;
        for (int i = 0; i < width(row); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            values.add(isFilled(cell) ? value(cell) : null);
            width = isFilled(cell) ? i + 1 : width;
        }
        // A sheet has no end of a line: cells that are not there are empty, and only those beyond the header too many.
        while (values.size() < header.size()) {
            values.add(null);
        }
        Fault wrong = width > header.size() ? new Fault("import.cells", width, header.size()) : null;
        return new FileRow(row.getRowNum(), header, values, wrong);
    }

    private static @Nullable Object value(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        try {
            return switch (cell.getType()) {
                case NUMBER -> isDate(cell) ? cell.asDate() : cell.asNumber();
                case BOOLEAN -> cell.asBoolean();
                case FORMULA -> cell.getValue() == null ? cell.getRawValue() : cell.getValue();
                default -> cell.getText();
            };
        } catch (RuntimeException odd) {
            return cell.getText();
        }
    }

    /** Formats of a number that show it as a date: those of a fixed number, and those that write days or hours. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean known = id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47);
        return known
                || format != null
                        && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
                                .matches("(?i).*[ymdhs].*")
                        && !format.equalsIgnoreCase("general");
    }

    @Override
    public boolean takesDecimalCommas() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
        Files.deleteIfExists(file);
    }
}
