package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * Text with formatting, as HTML. What could run in a page, or look like a part of it, is taken away when it is written;
 * the length is that of what remains, marks included.
 */
public record RichTextType(@Nullable Integer maxLength) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "rich_text",
            "richtext",
            "text",
            List.of(Option.optional("max_length", "integer")),
            Operator.WORDS,
            options -> new RichTextType(options.integerOrNull("max_length", 1, Integer.MAX_VALUE)));

    private static final PolicyFactory HARMLESS = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("a", "img", "pre", "hr", "span", "figure", "figcaption")
                    .allowStandardUrlProtocols()
                    .allowAttributes("href", "title")
                    .onElements("a")
                    .allowAttributes("src", "alt", "width", "height")
                    .onElements("img")
                    .requireRelsOnLinks("noopener", "noreferrer")
                    .toFactory());

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TEXT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return maxLength == null ? List.of() : List.of("char_length(" + column + ") <= " + maxLength);
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        String harmless = HARMLESS.sanitize(text);
        if (maxLength != null) {
            Values.length(harmless, 0, maxLength);
        }
        return harmless;
    }

    @Override
    public boolean searchable() {
        return true;
    }

    @Override
    public boolean indexable() {
        return false;
    }

    @Override
    public ObjectNode options() {
        return Json.object().put("max_length", maxLength);
    }
}
