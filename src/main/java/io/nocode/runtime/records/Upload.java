package io.nocode.runtime.records;

import io.nocode.shared.files.ContentType;
import io.nocode.shared.files.FileName;
import io.nocode.shared.files.Picture;
import io.nocode.shared.files.Spool;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.settings.Settings;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived and may be stored.
 *
 * @param picture its measures; null where it is none
 */
record Upload(
        Spool spool,
        String name,
        String contentType,
        @Nullable Picture picture) implements AutoCloseable {
    private static final long MOST = Settings.number("nocode.limits.file-mib", 50) * 1024L * 1024L;

    /** Takes a file in, and holds it to the rules of its field. */
    static Upload take(Field field, @Nullable String filename, InputStream content) throws IOException {
        FilesType type = (FilesType) field.type();
        Long own = type.rules().maxSize();
        long most = own == null ? MOST : Math.min(own, MOST);
        Spool spool = Spool.open(
                most,
                () -> RowFileProblem.FILE_TOO_LARGE.at(field.name(), "field.files.too_large", String.valueOf(most)));
        try {
            content.transferTo(spool);
            String name = FileName.of(filename);
            String contentType = ContentType.of(spool, name);
            if (!type.accepts(contentType)) {
                throw CommonProblem.INVALID.at(field.name(), "field.files.type", contentType);
            }
            Picture picture = Picture.of(spool, contentType).orElse(null);
            if (picture == null && type.onlyPictures()) {
                throw CommonProblem.INVALID.at(field.name(), "field.files.picture");
            }
            return new Upload(spool, name, contentType, picture);
        } catch (IOException | RuntimeException refused) {
            spool.close();
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
