package io.nocode.shared.page;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list, as a {@code @BeanParam}. */
public class PageQuery {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;

    @QueryParam("page")
    @Parameter(description = "From 1.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Nullable
    String page;

    @QueryParam("page_size")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Nullable
    String pageSize;

    @QueryParam("search")
    @Parameter(description = "Words to look for.")
    @Nullable
    String search;

    @QueryParam("sort_by")
    @Parameter(description = "The field to sort by; ties are broken by id.")
    @Nullable
    String sortBy;

    @QueryParam("sort_order")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"}))
    @Nullable
    String sortOrder;

    /** The same with another {@code page}. */
    public PageQuery numbered(@Nullable String number) {
        PageQuery other = new PageQuery();
        other.page = number;
        other.pageSize = pageSize;
        other.search = search;
        other.sortBy = sortBy;
        other.sortOrder = sortOrder;
        return other;
    }

    /** The page that was asked for, with every fault named at once. */
    public PageRequest request() {
        return request(DEFAULT_SIZE);
    }

    /** The same for a list that is shown in pages of another size where none is asked for. */
    public PageRequest request(int otherwise) {
        Faults faults = new Faults();
        int number = number("page", page, 1, Integer.MAX_VALUE, faults);
        int size = number("page_size", pageSize, otherwise, MAX_SIZE, faults);
        if (sortOrder != null && !sortOrder.equals("asc") && !sortOrder.equals("desc")) {
            faults.add("sort_order", "field.must_be.one_of", "asc, desc");
        }
        faults.throwIfAny();
        return new PageRequest(number, size, search, sortBy, "desc".equals(sortOrder));
    }

    private static int number(String name, @Nullable String text, int otherwise, int most, Faults faults) {
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        faults.add(name, "field.between", 1, most);
        return otherwise;
    }

    /** An id from a query parameter; 400 naming the parameter where it is none. */
    public static @Nullable UUID id(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblem.INVALID.at(name, "field.must_be.uuid");
        }
    }

    /** A truth value from a query parameter; 400 naming the parameter where it is neither. */
    public static boolean flag(String name, @Nullable String text, boolean otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw CommonProblem.INVALID.at(name, "field.must_be.boolean");
        }
        return text.equals("true");
    }

    /** A value of an enumeration from a query parameter; 400 naming the parameter where there is no such value. */
    public static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (io.nocode.shared.json.Json.tree(constant).asText().equals(text)) {
                return constant;
            }
        }
        throw CommonProblem.INVALID.at(
                name,
                "field.must_be.one_of",
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(constant ->
                                io.nocode.shared.json.Json.tree(constant).asText())
                        .collect(java.util.stream.Collectors.joining(", ")));
    }
}
