package io.nocode.studio.schema;

import java.util.List;
import java.util.regex.Pattern;

/** A colour as three, six or eight hexadecimal digits, such as #1a2b3c. */
public record ColorType() implements FormText {
    static final TypeKind KIND =
            new TypeKind("color", "color", "text", List.of(), Operator.SAMENESS, options -> new ColorType());

    private static final Form FORM =
            new Form(9, Pattern.compile("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})"), "field.must_be.color");

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public boolean searchable() {
        return false;
    }
}
