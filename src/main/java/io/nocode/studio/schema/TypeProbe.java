package io.nocode.studio.schema;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;

/** Tries values on types without options. */
public final class TypeProbe {
    private TypeProbe() {}

    /** The type of that name with its defaults. */
    public static FieldType plain(String name) {
        return FieldTypes.named(name).orElseThrow().make().apply(new OptionReader(Json.object(), "", new Faults()));
    }

    /** Whether a field of the type could hold the text. */
    public static boolean takes(FieldType type, String text) {
        try {
            type.parseText(text);
            return true;
        } catch (ValueFault doesNotFit) {
            return false;
        }
    }
}
