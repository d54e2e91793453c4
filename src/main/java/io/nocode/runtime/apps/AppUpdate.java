package io.nocode.runtime.apps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about an application.
 *
 * @param slug unchanged where absent
 * @param configuration none where absent
 */
public record AppUpdate(
        @NotBlank @Size(max = 100) String name,

        @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Slug.PATTERN)
        String slug,

        @Nullable @Valid AppConfiguration configuration) {}
