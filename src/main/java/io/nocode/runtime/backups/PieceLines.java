package io.nocode.runtime.backups;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HexFormat;
import java.util.UUID;

/** Cuts the bytes of one file into lines of COPY: its id, where the piece begins, and the piece as a bytea. */
final class PieceLines extends OutputStream {
    /** How a bytea begins in a line of COPY. */
    private static final String HEX = "\\\\x";

    private static final int PIECE = 256 * 1024;

    private final Writer lines;
    private final UUID file;
    private final byte[] piece = new byte[PIECE];
    private int length;
    private long start;

    PieceLines(Writer lines, UUID file) {
        this.lines = lines;
        this.file = file;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            int some = Math.min(left, PIECE - length);
            System.arraycopy(bytes, at, piece, length, some);
            length += some;
            at += some;
            left -= some;
            if (length == PIECE) {
                line();
            }
        }
    }

    /** Writes the last line; an empty file has one, too. */
    @Override
    public void close() throws IOException {
        if (length > 0 || start == 0) {
            line();
        }
    }

    private void line() throws IOException {
        lines.append(file.toString())
                .append('\t')
                .append(String.valueOf(start))
                .append('\t')
                .append(HEX);
        HexFormat.of().formatHex(lines, piece, 0, length);
        lines.append('\n');
        start += length;
        length = 0;
    }

    /**
     * A line that was written so.
     *
     * @param start where in the file the piece begins
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(UUID file, long start, byte[] content) {
        static Piece of(String line) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            int content = second + 1 + HEX.length();
            return new Piece(
                    UUID.fromString(line.substring(0, first)),
                    Long.parseLong(line.substring(first + 1, second)),
                    HexFormat.of().parseHex(line, content, line.length()));
        }
    }
}
