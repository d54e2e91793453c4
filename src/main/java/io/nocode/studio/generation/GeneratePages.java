package io.nocode.studio.generation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages to be made for a table.
 *
 * @param kinds left out: all of them
 */
public record GeneratePages(
        @NotNull UUID schema,

        @Nullable @Size(min = 1, max = 3) List<Kind> kinds) {}
