package io.nocode.shared.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file that people bring are text: UTF-8, UTF-16, or what Western programs write. */
public final class TextEncoding {
    /** Bytes that are no text in the encoding that the file has otherwise. */
    public static final class BrokenText extends CharacterCodingException {
        private static final long serialVersionUID = 1L;

        private final long line;

        BrokenText(long line) {
            this.line = line;
        }

        /** On which line they are, from 1. */
        public long line() {
            return line;
        }

        @Override
        public String getMessage() {
            return "line " + line;
        }
    }

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SEEN = 4_096;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private TextEncoding() {}

    /**
     * Finds it out from all the bytes there are: text that is no UTF-8 may show that only at its end.
     *
     * @throws BrokenText where some of it is marked as text of one encoding, or shows that it is UTF-8, and some is not
     */
    public static Charset of(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(SEEN);
        Charset marked = marked(head);
        Reading reading = new Reading(marked == null ? StandardCharsets.UTF_8 : marked);
        if (reading.isText(head, bytes)) {
            return reading.charset;
        }
        if (marked != null || reading.foreign) {
            throw new BrokenText(reading.line);
        }
        return WESTERN;
    }

    /** The text without a byte order mark. */
    public static Reader reader(InputStream bytes, Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(bytes, charset), 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static @org.jspecify.annotations.Nullable Charset marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        // Without a mark every second byte of Western text is zero in UTF-16.
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > head.length / 4 && zeros[0] < head.length / 16) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > head.length / 4 && zeros[1] < head.length / 16 ? StandardCharsets.UTF_16BE : null;
    }

    /** A look at all of a text. */
    private static final class Reading {
        private final Charset charset;
        private long line = 1;
        /** Whether a letter was there that ASCII does not have: bytes that are no UTF-8 seldom look like such a one. */
        private boolean foreign;

        Reading(Charset charset) {
            this.charset = charset;
        }

        boolean isText(byte[] head, InputStream rest) throws IOException {
            CharsetDecoder decoder = charset.newDecoder();
            ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
            CharBuffer text = CharBuffer.allocate(64 * 1024);
            bytes.put(head);
            byte[] more = new byte[32 * 1024];
            boolean end = false;
            while (!end) {
                int count = rest.read(more, 0, Math.min(more.length, bytes.remaining()));
                end = count < 0;
                if (count > 0) {
                    bytes.put(more, 0, count);
                }
                bytes.flip();
                boolean isError = decoder.decode(bytes, text, end).isError();
                look(text.flip());
                if (isError) {
                    return false;
                }
                bytes.compact();
                text.clear();
            }
            return true;
        }

        private void look(CharBuffer text) {
            for (int i = 0; i < text.limit(); i++) {
                char letter = text.get(i);
                line += letter == '\n' ? 1 : 0;
                foreign |= letter > '\u007f' && letter != BYTE_ORDER_MARK;
            }
        }
    }
}
