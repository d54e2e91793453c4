package io.nocode.runtime.records;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say which rows are meant, as a {@code @BeanParam}: of lists and of events. Their values are judged
 * with those that are named like fields, by {@link io.nocode.runtime.query.Parameters}.
 */
public class AskedRows {
    @QueryParam("filters")
    @Parameter(
            description = "Conditions as JSON: fields with operators, `or` and `and` with lists, `not`.",
            example = "{\"price__gte\": 10, \"or\": [{\"name__icontains\": \"an\"}, {\"active\": true}]}")
    @Nullable
    String filters;

    @QueryParam("search")
    @Parameter(description = "Words to look for in the text fields, whatever their case and accents.")
    @Nullable
    String search;

    @QueryParam("fields")
    @Parameter(description = "Only these fields, separated by commas.")
    @Nullable
    String fields;

    @QueryParam("environment")
    @Nullable
    String environment;

    @HeaderParam("X-Environment")
    @Nullable
    String header;

    /** The environment; null for the project's own. */
    public @Nullable String environment() {
        return environment == null ? header : environment;
    }
}
