package io.nocode.studio.schema;

/** How a field shows itself in lists and forms. */
public record FieldDisplay(
        String description,
        String placeholder,
        String helpText,
        boolean visibleInList,
        boolean visibleInForm,
        boolean readOnly) {
    /** Seen everywhere, without words. */
    public static final FieldDisplay PLAIN = new FieldDisplay("", "", "", true, true, false);
}
