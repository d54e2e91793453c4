package io.nocode.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request's body on its way to a record: unknown properties, wrong types and broken Bean Validation constraints are
 * found together and named by path.
 */
public final class Body {
    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private Body() {}

    /**
     * The tree as a request record.
     *
     * @throws io.nocode.shared.problem.Problem INVALID or UNKNOWN_FIELD, with every fault
     */
    public static <T> T as(JsonNode tree, Class<T> type) {
        Faults faults = new Faults();
        if (!tree.isObject()) {
            throw CommonProblem.INVALID.at("body", "field.must_be_object");
        }
        TextCheck.check(tree, "", faults);
        T record = new RecordReader(faults).read(tree, type, "");
        if (record != null) {
            VALIDATOR
                    .validate(record)
                    .forEach(violation -> faults.add(
                            PathNames.snakeCase(violation.getPropertyPath().toString()),
                            violation.getMessageTemplate(),
                            PathNames.attributes(violation)));
        }
        faults.throwIfAny();
        if (record == null) {
            throw new IllegalStateException("A record that could not be read left no fault: " + type);
        }
        return record;
    }

    /**
     * A resource as it could have been put, changed by a merge patch (RFC 7396), and read like a body.
     *
     * @param current the record that a PUT of the present state would carry
     */
    public static <T extends Record> T merged(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw CommonProblem.INVALID.at("body", "field.must_be_object");
        }
        ObjectNode now = Json.mapper().valueToTree(current);
        Set<String> known =
                now.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
        Faults faults = new Faults();
        patch.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.unknown(name);
            }
        });
        faults.throwIfAny();
        return as(MergePatch.apply(now, patch), type);
    }
}
