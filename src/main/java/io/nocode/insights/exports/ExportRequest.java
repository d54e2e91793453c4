package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityFilter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export that somebody wants.
 *
 * @param fields the columns, in this order; all where absent
 */
public record ExportRequest(
        @NotNull UUID organizationId,
        @NotNull ExportType exportType,
        @NotNull ExportFormat format,
        @Nullable @Valid ActivityFilter filters,
        @Nullable @Size(max = 50) List<String> fields,
        @Nullable @Valid ExportOptions options) {}
