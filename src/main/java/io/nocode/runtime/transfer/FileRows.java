package io.nocode.runtime.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a file, one after the other, from the first on. */
interface FileRows extends Closeable {
    /** What all rows name their cells; empty where each row does for itself. */
    List<String> header();

    /**
     * The next row; empty at the end.
     *
     * @throws BrokenFile where what comes cannot be read
     */
    Optional<FileRow> next() throws IOException;

    /** Whether a decimal comma cannot be what parts the cells. */
    default boolean takesDecimalCommas() {
        return false;
    }

    /** Whether its text may have been made harmless for spreadsheets. */
    default boolean isSpreadsheet() {
        return true;
    }
}
