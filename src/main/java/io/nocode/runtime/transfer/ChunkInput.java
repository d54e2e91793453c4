package io.nocode.runtime.transfer;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that lie in pieces, from piece 0 on; one of them is in memory. */
final class ChunkInput extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private int next;
    private byte[] piece = {};
    private int at;

    ChunkInput(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return isOver() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isOver() {
        while (at == piece.length) {
            Optional<byte[]> more = pieces.apply(next);
            if (more.isEmpty()) {
                return true;
            }
            next++;
            piece = more.get();
            at = 0;
        }
        return false;
    }
}
