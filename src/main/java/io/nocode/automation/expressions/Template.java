package io.nocode.automation.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Text with {@code {{ … }}} in it. Text that is one expression and nothing else has the expression's own type. */
public final class Template {
    /** The longest text that a template may become. */
    static final int MAX_LENGTH = 1 << 20;

    private sealed interface Part {
        JsonNode value(Scope scope) throws EvaluationFault;
    }

    private record Literal(String text) implements Part {
        @Override
        public JsonNode value(Scope scope) {
            return TextNode.valueOf(text);
        }
    }

    private record Hole(Expression expression) implements Part {
        @Override
        public JsonNode value(Scope scope) throws EvaluationFault {
            return expression.value(scope);
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** Whether there is anything to fill in. */
    public static boolean isIn(String text) {
        return text.contains("{{");
    }

    /**
     * The template that this text is.
     *
     * @throws ExpressionFault where one of its expressions is none; line and column count within the whole text
     */
    public static Template of(String text) throws ExpressionFault {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            if (open > at) {
                parts.add(new Literal(text.substring(at, open)));
            }
            int close = end(text, open + 2);
            if (close < 0) {
                throw located(new ExpressionFault("'{{' without '}}'.", 1, 1), text, open);
            }
            try {
                parts.add(new Hole(Expression.of(text.substring(open + 2, close))));
            } catch (ExpressionFault fault) {
                throw located(fault, text, open + 2);
            }
            at = close + 2;
        }
        if (at < text.length()) {
            parts.add(new Literal(text.substring(at)));
        }
        return new Template(List.copyOf(parts));
    }

    /** Where the expression that begins here ends: at the first }} outside braces and quotes; -1 where it does not. */
    private static int end(String text, int from) {
        int braces = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfText(text, i);
                if (i < 0) {
                    return -1;
                }
            } else if (c == '{') {
                braces++;
            } else if (c == '}' && braces > 0) {
                braces--;
            } else if (text.startsWith("}}", i)) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfText(String text, int open) {
        String quote = text.substring(open, open + 1);
        String delimiter = text.startsWith(quote.repeat(3), open) ? quote.repeat(3) : quote;
        boolean raw = open > 0 && "rR".indexOf(text.charAt(open - 1)) >= 0;
        for (int i = open + delimiter.length(); i < text.length(); i++) {
            if (!raw && text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(delimiter, i)) {
                return i + delimiter.length() - 1;
            }
        }
        return -1;
    }

    private static ExpressionFault located(ExpressionFault fault, String text, int offset) {
        String before = text.substring(0, offset);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int column = fault.line() == 1 ? offset - (before.lastIndexOf('\n') + 1) + fault.column() : fault.column();
        return new ExpressionFault(String.valueOf(fault.getMessage()), lines + fault.line(), column);
    }

    /** What it becomes in this scope. */
    public JsonNode fill(Scope scope) throws EvaluationFault {
        if (parts.size() == 1) {
            return parts.get(0).value(scope);
        }
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            JsonNode value = part.value(scope);
            filled.append(value.isTextual() ? value.textValue() : value.isNull() ? "" : value.toString());
            if (filled.length() > MAX_LENGTH) {
                throw new EvaluationFault("The text becomes too long.");
            }
        }
        return TextNode.valueOf(filled.toString());
    }
}
