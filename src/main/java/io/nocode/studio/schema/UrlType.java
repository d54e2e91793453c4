package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of a web page: http or https, at most 2,000 characters of ASCII. */
public record UrlType() implements FieldType {
    static final TypeKind KIND =
            new TypeKind("url", "Web address", "url", "text", List.of(), Operator.WORDS, options -> new UrlType());

    private static final int MOST = 2000;
    /** Read alike by Java and by PostgreSQL; other schemes, such as javascript, would run in a page. */
    private static final Pattern FORM =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-\\[\\]_a-z~%]*)?");

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.TEXT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return List.of(
                "char_length(" + column + ") <= " + MOST,
                column + " ~ " + Literal.text("^(?:" + FORM.pattern() + ")$"));
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        if (text.length() > MOST || !FORM.matcher(text).matches()) {
            throw new ValueFault("field.must_be.url");
        }
        return text;
    }

    @Override
    public boolean searchable() {
        return true;
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object();
    }
}
