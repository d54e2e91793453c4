package io.nocode.studio.schema;

import java.util.List;
import java.util.regex.Pattern;

/** The address of a web page: http or https, at most 2,000 characters of ASCII; other schemes would run in a page. */
public record UrlType() implements FormText {
    static final TypeKind KIND =
            new TypeKind("url", "url", "text", List.of(), Operator.WORDS, options -> new UrlType());

    private static final Form FORM = new Form(
            2000,
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-\\[\\]_a-z~%]*)?"),
            "field.must_be.url");

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Form form() {
        return FORM;
    }
}
