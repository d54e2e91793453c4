package io.nocode.studio.schema;

/** What becomes of the place that holds a field's values when the field changes. */
enum Storage {
    /** It stays; what it holds may be converted. */
    STAYS,
    /** A column becomes a table of links. */
    TO_LINKS,
    /** A table of links becomes a column. */
    TO_COLUMN,
    /** It goes, and a new one comes. */
    REPLACED;

    static Storage change(Field was, Field is) {
        if (was.links().isPresent() && is.links().isPresent()) {
            return STAYS;
        }
        if (was.pointer().isPresent() && is.links().isPresent()) {
            return TO_LINKS;
        }
        if (was.links().isPresent() && is.pointer().isPresent()) {
            return TO_COLUMN;
        }
        boolean isComputed = is.type() instanceof FormulaType && !(was.type() instanceof FormulaType);
        return was.type().isStored() && is.type().isStored() && !isComputed ? STAYS : REPLACED;
    }
}
