package io.nocode.shared.files;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The measures of a picture, read from its head: nothing is unpacked, however large it claims to be. */
public record Picture(int width, int height) {
    /** Largest side, and most pixels: what a browser would have to hold in memory to show it. */
    private static final int LONGEST = 30_000;

    private static final long MOST_PIXELS = 100_000_000;

    /** Of a file of that type; empty where it is no picture, a broken one, or one that is too large. */
    public static Optional<Picture> of(Spool spool, String contentType) throws IOException {
        ImageReader reader = reader(contentType);
        if (reader == null) {
            return Optional.empty();
        }
        try (ImageInputStream bytes = new MemoryCacheImageInputStream(spool.read())) {
            reader.setInput(bytes, true, true);
            Picture picture = new Picture(reader.getWidth(0), reader.getHeight(0));
            return picture.isWithinBounds() ? Optional.of(picture) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Readers throw whatever a hostile head leads them to.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private boolean isWithinBounds() {
        return width > 0 && height > 0 && Math.max(width, height) <= LONGEST && (long) width * height <= MOST_PIXELS;
    }

    private static @Nullable ImageReader reader(String contentType) throws IOException {
        if (contentType.equals("image/webp")) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        Iterator<ImageReader> readers =
                switch (contentType) {
                    case "image/png", "image/jpeg", "image/gif" -> ImageIO.getImageReadersByMIMEType(contentType);
                    default -> Collections.emptyIterator();
                };
        return readers.hasNext() ? readers.next() : null;
    }
}
