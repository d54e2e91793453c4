package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An e-mail address of at most 254 characters. */
public record EmailType() implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "email", "E-mail address", "email", "text", List.of(), Operator.WORDS, options -> new EmailType());

    private static final int MOST = 254;
    /** Read alike by Java and by PostgreSQL. */
    private static final Pattern FORM = Pattern.compile("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;.]+([.][^@\\s<>\"(),:;.]+)+");

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
            throw new ValueFault("field.must_be.email");
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
