package io.nocode.studio.schema.formula;

/**
 * A piece of a formula's text.
 *
 * @param text a name without its brackets, a text without its quotes
 * @param from where it begins
 * @param to where it ends, exclusive
 */
record Token(Type type, String text, int from, int to) {
    enum Type {
        NUMBER,
        TEXT,
        NAME,
        /** A name in brackets, which is never a word of the language. */
        BRACKETED,
        SYMBOL,
        END
    }

    boolean is(String symbolOrWord) {
        return (type == Type.SYMBOL && text.equals(symbolOrWord))
                || (type == Type.NAME && text.equalsIgnoreCase(symbolOrWord));
    }
}
