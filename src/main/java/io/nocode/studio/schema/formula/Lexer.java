package io.nocode.studio.schema.formula;

import io.nocode.studio.schema.ValueFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a formula's text apart. */
final class Lexer {
    private static final Pattern PIECE = Pattern.compile("(?<number>[0-9]{1,50}(?:\\.[0-9]{1,50})?)"
            + "|(?<text>'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|\\[(?<bracketed>[a-z][a-z0-9_]*)]"
            + "|(?<symbol><=|>=|<>|!=|==|\\|\\||&&|[-+*/%&=<>(),!])");

    private Lexer() {}

    static List<Token> read(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (piece.region(at, text.length()).lookingAt()) {
                tokens.add(token(piece, at));
                at = piece.end();
            } else {
                throw new ValueFault("field.formula.unexpected", text.substring(at, at + 1), at + 1);
            }
        }
        tokens.add(new Token(Token.Type.END, "", at, at));
        return tokens;
    }

    private static Token token(Matcher piece, int at) {
        String text = piece.group("text");
        if (text != null) {
            String quote = text.substring(0, 1);
            return token(
                    Token.Type.TEXT, text.substring(1, text.length() - 1).replace(quote + quote, quote), at, piece);
        }
        for (Token.Type type :
                new Token.Type[] {Token.Type.NUMBER, Token.Type.NAME, Token.Type.BRACKETED, Token.Type.SYMBOL}) {
            String group = piece.group(type.name().toLowerCase(java.util.Locale.ROOT));
            if (group != null) {
                return token(type, group, at, piece);
            }
        }
        throw new IllegalStateException(piece.group());
    }

    private static Token token(Token.Type type, String text, int at, Matcher piece) {
        return new Token(type, text, at, piece.end());
    }
}
