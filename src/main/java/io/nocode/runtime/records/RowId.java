package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.UuidType;
import io.nocode.studio.schema.ValueFault;
import java.util.UUID;

/** The id that a record of a bulk update carries beside its fields. */
final class RowId {
    private static final UuidType TYPE = new UuidType();

    private RowId() {}

    /** The id; where it is at fault, any. */
    static UUID read(JsonNode id, String path, Faults faults) {
        if (id.isMissingNode() || id.isNull()) {
            faults.add(path, "field.required");
            return Ids.next();
        }
        try {
            return (UUID) TYPE.parse(id);
        } catch (ValueFault wrong) {
            faults.add(path, wrong.fault().key(), wrong.fault().words());
            return Ids.next();
        }
    }

    /** The record without its id. */
    static JsonNode without(JsonNode record) {
        ObjectNode fields = ((ObjectNode) record).objectNode();
        fields.setAll((ObjectNode) record);
        return fields.without("id");
    }
}
