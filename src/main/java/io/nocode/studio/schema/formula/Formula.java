package io.nocode.studio.schema.formula;

import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A formula, read and held to the fields of its row.
 *
 * @param kind what it gives
 * @param sql the expression, for a generated column
 * @param names the fields that it uses
 */
public record Formula(Kind kind, String sql, Set<String> names) {
    /** How long a formula may be. */
    public static final int MOST_CHARACTERS = 2_000;

    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "null");

    /**
     * A field that formulas can use.
     *
     * @param sql its column
     */
    public record Input(Kind kind, String sql) {}

    /**
     * Reads a formula.
     *
     * @param inputs the fields that there are, by their names
     * @throws ValueFault where it is none, with the reason
     */
    public static Formula of(String text, Map<String, Input> inputs) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ValueFault("field.too_long", MOST_CHARACTERS);
        }
        Set<String> names = new LinkedHashSet<>();
        Typed typed = typed(Parser.parse(text), inputs, names);
        if (typed.isMissing()) {
            throw new ValueFault("field.formula.ends_early");
        }
        return new Formula(typed.kind(), typed.sql(), Set.copyOf(names));
    }

    /** The same formula after fields have been renamed. */
    public static String renamed(String text, Map<String, String> names) {
        List<Token> tokens;
        try {
            tokens = Lexer.read(text);
        } catch (ValueFault unreadable) {
            return text;
        }
        StringBuilder renamed = new StringBuilder();
        int at = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            boolean named = token.type() == Token.Type.BRACKETED
                    || (token.type() == Token.Type.NAME && !tokens.get(i + 1).is("("));
            String name = named ? names.get(token.text()) : null;
            if (name != null) {
                renamed.append(text, at, token.from()).append(WORDS.contains(name) ? "[" + name + "]" : name);
                at = token.to();
            }
        }
        return renamed.append(text.substring(at)).toString();
    }

    private static Typed typed(Node node, Map<String, Input> inputs, Set<String> names) {
        if (node instanceof Node.Call call) {
            List<Typed> arguments = new ArrayList<>();
            call.arguments().forEach(argument -> arguments.add(typed(argument, inputs, names)));
            return Functions.call(call.function(), arguments);
        }
        if (node instanceof Node.Name name) {
            Input input = inputs.get(name.name());
            if (input == null) {
                throw new ValueFault("field.formula.name", name.name());
            }
            names.add(name.name());
            return new Typed(input.kind(), input.sql());
        }
        if (node instanceof Node.Constant constant) {
            return new Typed(
                    constant.kind(),
                    switch (constant.kind()) {
                        case TEXT -> "'" + constant.text().replace("'", "''") + "'::text";
                        case WHOLE, DECIMAL -> constant.text() + "::numeric";
                        default -> constant.text();
                    });
        }
        return new Typed(Kind.TEXT, "null");
    }
}
