package io.nocode.shared.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by what is in it. */
public final class ContentType {
    /** Pictures that a browser may show where they are: no scripts, no documents. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private ContentType() {}

    /**
     * The type by the content. The name tells one thing only: which of the kinds of what the content is, a document of
     * Word among ZIP files, CSV among plain text.
     */
    public static String of(Spool spool, String name) throws IOException {
        MediaType content = detect(spool, new Metadata());
        if (content.equals(MediaType.OCTET_STREAM)) {
            return content.toString();
        }
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        MediaType kind = detect(spool, named);
        MediaTypeRegistry registry = TYPES.getMediaTypeRegistry();
        return (registry.isSpecializationOf(kind, content) ? kind : content)
                .getBaseType()
                .toString();
    }

    private static MediaType detect(Spool spool, Metadata metadata) throws IOException {
        try (InputStream bytes = new BufferedInputStream(spool.read())) {
            return TYPES.detect(bytes, metadata);
        }
    }

    /** Whether a browser may show it in its place; anything else is only ever saved. */
    public static boolean isShown(String contentType) {
        return SHOWN.contains(contentType);
    }
}
