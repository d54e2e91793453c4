package io.nocode.studio.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that keep a column within bounds. */
final class Ranges {
    private Ranges() {}

    /** The conditions for bounds that are SQL already; null for none. */
    static List<String> checks(String column, @Nullable String least, @Nullable String most) {
        List<String> checks = new ArrayList<>();
        if (least != null) {
            checks.add(column + " >= " + least);
        }
        if (most != null) {
            checks.add(column + " <= " + most);
        }
        return checks;
    }
}
