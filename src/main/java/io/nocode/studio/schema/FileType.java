package io.nocode.studio.schema;

import java.util.List;
import java.util.Set;

/** Files of any kind. */
public record FileType(FileRules rules) implements FilesType {
    static final TypeKind KIND = new TypeKind(
            "file",
            "file",
            "jsonb, references to stored files",
            FileRules.OPTIONS,
            Set.of(Operator.ISNULL),
            options -> new FileType(FileRules.read(options, List.of())));

    @Override
    public TypeKind entry() {
        return KIND;
    }
}
