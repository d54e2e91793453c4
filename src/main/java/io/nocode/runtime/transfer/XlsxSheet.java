package io.nocode.runtime.transfer;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.records.AllRows;
import io.nocode.shared.csv.CsvLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet, written as its rows come. Numbers that a spreadsheet would round are text, and so is what it
 * would take for a formula.
 */
final class XlsxSheet implements AllRows.Sheet, Closeable {
    /** How many rows a sheet has at most, its header among them. */
    static final int MOST_ROWS = 1_048_576;

    private static final int MOST_LETTERS = 32_767;
    private static final int DIGITS = 15;
    private static final int AT_ONCE = 200;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int flushed;

    XlsxSheet(String name, List<Column> columns, OutputStream out) throws IOException {
        workbook = new Workbook(out, "NoCode Backend", "1.0");
        sheet = workbook.newWorksheet(name.substring(0, Math.min(name.length(), 31)));
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).name());
        }
    }

    @Override
    public void cell(int row, int column, Object value) throws IOException {
        if (row - flushed >= AT_ONCE) {
            sheet.flush();
            flushed = row;
        }
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof Number number && isExact(number)) {
            sheet.value(row, column, number);
        } else if (value instanceof BigDecimal number) {
            sheet.inlineString(row, column, number.toPlainString());
        } else {
            sheet.inlineString(row, column, cut(CsvLine.neutral(value.toString())));
        }
    }

    private static boolean isExact(Number number) {
        return !(number instanceof BigDecimal decimal) || decimal.precision() <= DIGITS;
    }

    /** What fits into a cell, with an ellipsis where not all of it does. */
    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
