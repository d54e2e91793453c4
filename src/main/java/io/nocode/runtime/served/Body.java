package io.nocode.runtime.served;

import io.nocode.shared.rest.Preconditions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept: its bytes as they are and packed, each with a strong tag of its own.
 *
 * @param packed null where packing gains nothing
 */
record Body(String type, byte[] plain, byte @Nullable [] packed, String tag, String packedTag) {
    private static final int WORTH_PACKING = 512;

    static Body of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Body of(String type, byte[] plain) {
        String tag = Preconditions.tag(plain);
        byte[] packed = plain.length < WORTH_PACKING ? null : pack(plain);
        return new Body(type, plain, packed, tag, tag.substring(0, tag.length() - 1) + "-gz\"");
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
