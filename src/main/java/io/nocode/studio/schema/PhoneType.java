package io.nocode.studio.schema;

import java.util.List;
import java.util.regex.Pattern;

/** A telephone number as people write it: digits, with spaces, points, hyphens, slashes and brackets between them. */
public record PhoneType() implements FormText {
    static final TypeKind KIND =
            new TypeKind("phone", "tel", "text", List.of(), Operator.WORDS, options -> new PhoneType());

    private static final Form FORM =
            new Form(40, Pattern.compile("[+]?[(]?[0-9]([ ./()-]{0,2}[0-9]){2,19}"), "field.must_be.phone");

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Form form() {
        return FORM;
    }
}
