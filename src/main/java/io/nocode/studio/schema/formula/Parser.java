package io.nocode.studio.schema.formula;

import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a formula by recursive descent; how deep it may nest is bounded. */
final class Parser {
    private static final int MOST_NESTED = 40;
    /** Binary operators by their precedence, the weakest first. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("or", "||"),
            List.of("and", "&&"),
            List.of("=", "==", "!=", "<>", "<=", ">=", "<", ">"),
            List.of("+", "-", "&"),
            List.of("*", "/", "%"));

    private static final Map<String, String> SAME = Map.of("==", "=", "!=", "<>", "&&", "and");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String text) {
        Parser parser = new Parser(Lexer.read(text));
        Node node = parser.binary(0);
        parser.expectType(Token.Type.END);
        return node;
    }

    private Node binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        if (level == 2 && (next().is("not") || next().is("!"))) {
            at++;
            return new Node.Call("not", List.of(nested(() -> binary(2))));
        }
        Node left = binary(level + 1);
        for (String symbol = symbol(level); !symbol.isEmpty(); symbol = symbol(level)) {
            at++;
            left = new Node.Call(SAME.getOrDefault(symbol, symbol), List.of(left, binary(level + 1)));
        }
        return left;
    }

    private String symbol(int level) {
        return LEVELS.get(level).stream()
                .filter(symbol -> next().is(symbol))
                .findFirst()
                .orElse("");
    }

    private Node unary() {
        if (next().is("-")) {
            at++;
            return new Node.Call("negative", List.of(nested(this::unary)));
        }
        return primary();
    }

    private Node primary() {
        Token token = next();
        at++;
        switch (token.type()) {
            case NUMBER -> {
                return new Node.Constant(token.text().contains(".") ? Kind.DECIMAL : Kind.WHOLE, token.text());
            }
            case TEXT -> {
                return new Node.Constant(Kind.TEXT, token.text());
            }
            case BRACKETED -> {
                return new Node.Name(token.text());
            }
            case NAME -> {
                return named(token);
            }
            default -> {
                if (!token.is("(")) {
                    throw unexpected(token);
                }
                Node inner = nested(() -> binary(0));
                expect(")");
                return inner;
            }
        }
    }

    private Node named(Token token) {
        if (next().is("(")) {
            at++;
            return new Node.Call(token.text().toLowerCase(Locale.ROOT), arguments());
        }
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true", "false" -> new Node.Constant(Kind.BOOLEAN, token.text().toLowerCase(Locale.ROOT));
            case "null" -> new Node.Missing();
            case "and", "or", "not" -> throw unexpected(token);
            default -> new Node.Name(token.text());
        };
    }

    private List<Node> arguments() {
        List<Node> arguments = new ArrayList<>();
        if (next().is(")")) {
            at++;
            return arguments;
        }
        arguments.add(nested(() -> binary(0)));
        while (next().is(",")) {
            at++;
            arguments.add(nested(() -> binary(0)));
        }
        expect(")");
        return arguments;
    }

    private Node nested(java.util.function.Supplier<Node> inner) {
        if (++depth > MOST_NESTED) {
            throw new ValueFault("field.too_deep", MOST_NESTED);
        }
        Node node = inner.get();
        depth--;
        return node;
    }

    private Token next() {
        return tokens.get(at);
    }

    private void expect(String symbol) {
        if (!next().is(symbol)) {
            throw unexpected(next());
        }
        at++;
    }

    private void expectType(Token.Type type) {
        if (next().type() != type) {
            throw unexpected(next());
        }
    }

    private static ValueFault unexpected(Token token) {
        return token.type() == Token.Type.END
                ? new ValueFault("field.formula.ends_early")
                : new ValueFault("field.formula.unexpected", token.text(), token.from() + 1);
    }
}
