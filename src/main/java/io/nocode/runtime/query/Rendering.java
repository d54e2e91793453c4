package io.nocode.runtime.query;

/** SQL being written: names of tables that are joined are made as they are needed. */
final class Rendering {
    private final StringBuilder sql = new StringBuilder();
    private int aliases;

    Rendering add(String text) {
        sql.append(text);
        return this;
    }

    /** A name for one more table. */
    String alias() {
        return "r" + ++aliases;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
