package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.backups.CopyRequest.Kind;
import io.nocode.runtime.backups.CopyRequest.Mask;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.UserType;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Masks as expressions of SQL. Where a value is there, its replacement comes from a hash of it with a secret of the one
 * copy, so that equal values stay equal and nobody finds the value by trying; where there is none, there is none.
 */
final class MaskSql {
    private final String secret;

    /** Masks with a secret of the one copy: letters and digits. */
    MaskSql(String secret) {
        this.secret = secret;
    }

    /**
     * The value that a field is to have instead.
     *
     * @param column the field's column in the table that is read, as SQL
     * @param path what faults are blamed on
     */
    Optional<String> of(Mask mask, Field field, String column, String path, Faults faults) {
        if (!isOf(mask.kind(), field)) {
            faults.add(
                    path,
                    "field.mask.not_of_type",
                    mask.kind().wire(),
                    field.type().name());
            return Optional.empty();
        }
        return switch (mask.kind()) {
            case NULL -> {
                if (field.required()) {
                    faults.add(path, "field.mask.required");
                }
                yield Optional.of("null");
            }
            case FIXED -> fixed(mask, field, path, faults);
            case HASH -> {
                if (!isPlainText(field)) {
                    faults.add(path, "field.mask.no_hash");
                    yield Optional.empty();
                }
                yield Optional.of("left(encode(sha256(convert_to(" + seed(field, column) + ", 'UTF8')), 'hex'), "
                        + length(field) + ")");
            }
            case FAKE -> {
                Optional<String> fake = fake(field, column);
                if (fake.isEmpty()) {
                    faults.add(path, "field.mask.no_fake");
                }
                yield fake.map(sql -> "case when " + column + " is not null then " + sql + " end");
            }
        };
    }

    /** Whether such a mask says anything of values that only the server makes. */
    private static boolean isOf(Kind kind, Field field) {
        if (field.type() instanceof FilesType) {
            return kind == Kind.NULL;
        }
        return !(field.type() instanceof AutonumberType);
    }

    private static Optional<String> fixed(Mask mask, Field field, String path, Faults faults) {
        JsonNode value = mask.value();
        if (value == null || value.isNull()) {
            faults.add(path, "field.required");
        } else if (field.isUnique()) {
            faults.add(path, "field.mask.unique");
        } else {
            try {
                field.type().parse(value);
                return Optional.of(field.type().defaultSql(value));
            } catch (ValueFault fault) {
                faults.add(path, fault.fault().key(), fault.fault().words());
            }
        }
        return Optional.empty();
    }

    private Optional<String> fake(Field field, String column) {
        if (field.type() instanceof RelationType || field.type() instanceof UserType) {
            return Optional.empty();
        }
        String number = "abs(('x' || substr(md5(" + seed(field, column) + "), 1, 15))::bit(60)::bigint)";
        return Optional.of(
                switch (field.type().name()) {
                    case "email" -> "'person' || " + number + " || '@example.com'";
                    case "url" -> "'https://example.com/' || " + number;
                    case "phone" -> "'+1555' || lpad((" + number + " % 10000000)::text, 7, '0')";
                    case "color" -> "'#' || substr(md5(" + seed(field, column) + "), 1, 6)";
                    case "choice" -> "(array[" + choices(field) + "])[1 + " + number + " % " + count(field) + "]";
                    case "multi_choice" -> "(array[" + choices(field) + "])[1:1]";
                    default -> byWire(field, column, number);
                });
    }

    private String byWire(Field field, String column, String number) {
        Wire wire = field.type().wire();
        return switch (wire) {
            case TEXT -> "left('Text ' || " + number + ", " + length(field) + ")";
            case INTEGER, BIGINT -> "(" + within(field, number + " % 1000000") + ")::" + wire.base();
            case DECIMAL, FLOAT -> "(" + within(field, "(" + number + " % 100)::numeric") + ")::" + wire.base();
            case BOOLEAN -> "(" + number + " % 2 = 0)";
            case DATE -> "date '2000-01-01' + (" + number + " % 9000)::int";
            case TIMESTAMP -> "timestamptz '2000-01-01 00:00:00Z' + (" + number + " % 777600000) * interval '1 second'";
            case TIME -> "time '00:00' + (" + number + " % 86400) * interval '1 second'";
            case JSON -> "'{}'::jsonb";
            case UUID -> "md5(" + seed(field, column) + ")::uuid";
            case TEXT_ARRAY -> "array[]::text[]";
        };
    }

    /** A number brought between what the field allows. */
    private static String within(Field field, String number) {
        String bounded = number;
        JsonNode least = field.type().options().path("min_value");
        JsonNode most = field.type().options().path("max_value");
        if (least.isNumber()) {
            bounded = "greatest(" + bounded + ", " + least.decimalValue().toPlainString() + ")";
        }
        if (most.isNumber()) {
            bounded = "least(" + bounded + ", " + most.decimalValue().toPlainString() + ")";
        }
        return bounded;
    }

    private String seed(Field field, String column) {
        return "'" + secret + field.id() + "' || " + column + "::text";
    }

    private static boolean isPlainText(Field field) {
        return field.type().name().equals("string") || field.type().name().equals("text");
    }

    private static int length(Field field) {
        return Math.max(
                1, Math.min(64, field.type().options().path("max_length").asInt(64)));
    }

    private static String choices(Field field) {
        return StreamSupport.stream(field.type().options().path("choices").spliterator(), false)
                .map(choice -> choice.isObject() ? choice.path("value").asText() : choice.asText())
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }

    private static int count(Field field) {
        return Math.max(1, field.type().options().path("choices").size());
    }
}
