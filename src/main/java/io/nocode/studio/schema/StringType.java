package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of text. A pattern is a regular expression in the syntax of RE2, which the whole text must match in time
 * linear to its length.
 */
public record StringType(
        int maxLength, int minLength, @Nullable TextPattern pattern) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "string",
            "text",
            "varchar",
            List.of(
                    Option.of("max_length", "integer", 255),
                    Option.of("min_length", "integer", 0),
                    Option.optional("pattern", "string")),
            Operator.WORDS,
            StringType::read);

    /** PostgreSQL's own limit of varchar. */
    private static final int MOST = 10_485_760;
    /** Four bytes a character at most, and a B-tree's entry holds 2,704 bytes. */
    private static final int INDEXABLE = 600;

    private static StringType read(OptionReader options) {
        int most = options.integer("max_length", 255, 1, MOST);
        int least = options.integer("min_length", 0, 0, MOST);
        options.ordered("min_length", least, "max_length", most);
        return new StringType(most, least, pattern(options));
    }

    private static @Nullable TextPattern pattern(OptionReader options) {
        String text = options.text("pattern", "", 500);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return TextPattern.of(text);
        } catch (ValueFault wrong) {
            options.refuse("pattern", wrong.fault().key(), wrong.fault().words());
            return null;
        }
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TEXT;
    }

    @Override
    public String column() {
        return "varchar(" + maxLength + ")";
    }

    @Override
    public List<String> checks(Identifier column) {
        List<String> checks = new ArrayList<>();
        if (minLength > 0) {
            checks.add("char_length(" + column + ") >= " + minLength);
        }
        if (pattern != null) {
            checks.add(pattern.check(column));
        }
        return checks;
    }

    @Override
    public List<String> narrowings(String expression) {
        return List.of("char_length(" + expression + ") <= " + maxLength);
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        Values.length(text, minLength, maxLength);
        if (pattern != null && !pattern.matches(text)) {
            throw new ValueFault("field.pattern", pattern.source());
        }
        return text;
    }

    @Override
    public boolean searchable() {
        return true;
    }

    @Override
    public boolean indexable() {
        return maxLength <= INDEXABLE;
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("max_length", maxLength)
                .put("min_length", minLength)
                .put("pattern", pattern == null ? null : pattern.source());
    }
}
