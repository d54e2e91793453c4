package io.nocode.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.nocode.shared.problem.Faults;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records component by component, so that one wrong value does not hide the next. */
final class RecordReader {
    private final Faults faults;

    RecordReader(Faults faults) {
        this.faults = faults;
    }

    /** The record, or null where a fault was found in it. */
    <T> @Nullable T read(JsonNode tree, Class<T> type, String path) {
        int before = faults.byField().size();
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = Arrays.stream(components)
                .map(component -> PathNames.snakeCase(component.getName()))
                .collect(Collectors.toSet());
        tree.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.unknown(join(path, name));
            }
        });
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = PathNames.snakeCase(components[i].getName());
            JavaType wanted = Json.mapper().constructType(components[i].getGenericType());
            values[i] = value(tree.path(name), wanted, join(path, name));
        }
        if (faults.byField().size() > before) {
            judge(type, components, values, path);
            return null;
        }
        return construct(type, components, values);
    }

    /** A record that cannot be made is not validated as a whole: its values are, so that every fault is told at once. */
    private <T> void judge(Class<T> type, RecordComponent[] components, @Nullable Object[] values, String path) {
        for (int i = 0; i < components.length; i++) {
            String name = join(path, PathNames.snakeCase(components[i].getName()));
            if (!faults.byField().containsKey(name)) {
                Body.VALIDATOR
                        .validateValue(type, components[i].getName(), values[i])
                        .forEach(violation ->
                                faults.add(name, violation.getMessageTemplate(), PathNames.attributes(violation)));
            }
        }
    }

    private @Nullable Object value(JsonNode tree, JavaType wanted, String path) {
        if (wanted.hasRawClass(JsonNode.class)) {
            return tree.isMissingNode() ? null : tree;
        }
        if (wanted.hasRawClass(Optional.class)) {
            return Optional.ofNullable(value(tree, wanted.containedType(0), path));
        }
        if (tree.isMissingNode() || tree.isNull()) {
            return null;
        }
        if (wanted.isRecordType()) {
            if (!tree.isObject()) {
                faults.add(path, "field.must_be_object");
                return null;
            }
            return read(tree, wanted.getRawClass(), path);
        }
        if (wanted.isCollectionLikeType() && wanted.getContentType().isRecordType() && tree.isArray()) {
            return elements(tree, wanted.getContentType(), path);
        }
        try {
            return Json.mapper().readerFor(wanted).readValue(tree);
        } catch (UnrecognizedPropertyException unknown) {
            faults.unknown(join(path, within(unknown)));
        } catch (JsonMappingException wrong) {
            String inner = within(wrong);
            JavaType blamed = inner.isEmpty() || wanted.getContentType() == null ? wanted : wanted.getContentType();
            faults.add(join(path, inner), "field.must_be." + kind(blamed), choices(blamed));
        } catch (JsonProcessingException wrong) {
            faults.add(path, "field.must_be." + kind(wanted), choices(wanted));
        } catch (java.io.IOException fromMemory) {
            throw new java.io.UncheckedIOException(fromMemory);
        }
        return null;
    }

    private List<@Nullable Object> elements(JsonNode array, JavaType element, String path) {
        List<@Nullable Object> all = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            String inner = path + "[" + i + "]";
            if (array.get(i).isNull()) {
                faults.add(inner, "field.must_be_object");
            } else {
                all.add(value(array.get(i), element, inner));
            }
        }
        return all;
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Not a record that can be read: " + type, broken);
        }
    }

    private static String kind(JavaType wanted) {
        Class<?> type = wanted.getRawClass();
        if (type.isEnum()) {
            return "one_of";
        }
        if (wanted.isCollectionLikeType()) {
            return "array";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "int", "Integer", "long", "Long", "BigInteger" -> "whole_number";
            case "double", "Double", "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "boolean";
            case "UUID" -> "uuid";
            case "Instant", "OffsetDateTime" -> "timestamp";
            case "LocalDate" -> "date";
            case "Duration" -> "duration";
            default -> "object";
        };
    }

    private static String choices(JavaType wanted) {
        Object[] constants = wanted.getRawClass().getEnumConstants();
        return constants == null
                ? ""
                : Arrays.stream(constants)
                        .map(constant -> Json.tree(constant).asText())
                        .collect(Collectors.joining(", "));
    }

    private static String within(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String join(String path, String inner) {
        if (path.isEmpty() || inner.isEmpty() || inner.startsWith("[")) {
            return path + inner;
        }
        return path + "." + inner;
    }
}
