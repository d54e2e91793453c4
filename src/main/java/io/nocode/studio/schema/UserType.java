package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Somebody who is a member of the project's organisation when the row is written; who leaves it later stays named. */
public record UserType() implements IdText {
    static final TypeKind KIND =
            new TypeKind("user", "user", "uuid, member", List.of(), Operator.SAMENESS, options -> new UserType());

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public String defaultSql(JsonNode value) {
        throw new ValueFault("field.default.none");
    }
}
