package io.nocode.shared.json;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.ConstraintViolation;
import java.util.Map;

/** Java names as clients see them. */
final class PathNames {
    private PathNames() {}

    /** {@code fieldsConfig[2].maxLength} as {@code fields_config[2].max_length}. */
    static String snakeCase(String javaPath) {
        StringBuilder path = new StringBuilder();
        // An element of a list is named by its number alone.
        for (String step : javaPath.replace(".<list element>", "").split("\\.", -1)) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                            .translate(step));
        }
        return path.toString();
    }

    /** The numbers of a constraint in the order that the messages use: min (or value), max. */
    static Object[] attributes(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        Object least = attributes.getOrDefault("min", attributes.getOrDefault("value", ""));
        return new Object[] {least, attributes.getOrDefault("max", "")};
    }
}
