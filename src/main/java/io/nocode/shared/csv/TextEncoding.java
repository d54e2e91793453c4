package io.nocode.shared.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file that people bring are text: UTF-8, UTF-16, or what Western programs write. */
public final class TextEncoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SEEN = 4_096;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private TextEncoding() {}

    /** Finds it out from all the bytes there are: text that is no UTF-8 may show that only at its end. */
    public static Charset of(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(SEEN);
        Charset marked = marked(head);
        return marked != null ? marked : isUtf8(head, bytes) ? StandardCharsets.UTF_8 : WESTERN;
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

    private static boolean isUtf8(byte[] head, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
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
            if (decoder.decode(bytes, text, end).isError()) {
                return false;
            }
            bytes.compact();
            text.clear();
        }
        return true;
    }
}
