package io.nocode.studio.schema;

import java.util.List;
import java.util.regex.Pattern;

/** An e-mail address of at most 254 characters. */
public record EmailType() implements FormText {
    static final TypeKind KIND =
            new TypeKind("email", "email", "text", List.of(), Operator.WORDS, options -> new EmailType());

    private static final Form FORM = new Form(
            254,
            Pattern.compile("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;.]+([.][^@\\s<>\"(),:;.]+)+"),
            "field.must_be.email");

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Form form() {
        return FORM;
    }
}
