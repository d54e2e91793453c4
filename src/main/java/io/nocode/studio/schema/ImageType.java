package io.nocode.studio.schema;

import java.util.List;
import java.util.Set;

/** Pictures that every browser shows. */
public record ImageType(FileRules rules) implements FilesType {
    /** What they may be. */
    private static final List<String> TYPES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    static final TypeKind KIND = new TypeKind(
            "image",
            "image",
            "jsonb, references to stored files",
            FileRules.OPTIONS,
            Set.of(Operator.ISNULL),
            options -> new ImageType(FileRules.read(options, TYPES)));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public boolean onlyPictures() {
        return true;
    }

    @Override
    public boolean accepts(String contentType) {
        return TYPES.contains(contentType) && rules.accepts(contentType);
    }
}
