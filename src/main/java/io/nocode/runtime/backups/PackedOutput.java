package io.nocode.runtime.backups;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/** Cuts a file into pieces as it is written, and hashes the whole. */
final class PackedOutput extends OutputStream {
    private static final int PIECE = 256 * 1024;

    private final BiConsumer<Integer, byte[]> store;
    private final MessageDigest digest;
    private final byte[] piece = new byte[PIECE];
    private int length;
    private int number;
    private long size;

    /** Stores each piece with its number, from 0. */
    PackedOutput(BiConsumer<Integer, byte[]> store) {
        this.store = store;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(int b) {
        piece[length++] = (byte) b;
        if (length == PIECE) {
            storePiece();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int some = Math.min(left, PIECE - length);
            System.arraycopy(bytes, at, piece, length, some);
            length += some;
            at += some;
            left -= some;
            if (length == PIECE) {
                storePiece();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (length > 0) {
            storePiece();
        }
    }

    private void storePiece() {
        byte[] full = Arrays.copyOf(piece, length);
        digest.update(full);
        size += length;
        length = 0;
        store.accept(number++, full);
    }

    long size() {
        return size;
    }

    /** The hash in hexadecimal digits; once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
