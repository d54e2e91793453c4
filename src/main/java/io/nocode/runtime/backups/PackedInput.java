package io.nocode.runtime.backups;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a file piece by piece. */
final class PackedInput extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int at;
    private int number;

    PackedInput(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        if (count == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int some = Math.min(count, piece.length - at);
        System.arraycopy(piece, at, into, from, some);
        at += some;
        return some;
    }

    private boolean isAtEnd() {
        if (at == piece.length) {
            piece = pieces.apply(number).orElse(new byte[0]);
            number++;
            at = 0;
        }
        return piece.length == 0;
    }
}
