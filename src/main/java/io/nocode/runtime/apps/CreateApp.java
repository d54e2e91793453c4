package io.nocode.runtime.apps;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new application of a project.
 *
 * @param environment where it is deployed when nothing else is said; prod where absent
 * @param slug its name in URLs; made from its name where absent
 * @param version the version that it is made of; the latest where absent
 */
public record CreateApp(
        @NotNull UUID project,

        @Schema(example = "Order desk") @NotBlank @Size(max = 100)
        String name,

        @Nullable Stage environment,

        @Schema(example = "order-desk") @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Slug.PATTERN)
        String slug,

        @Nullable @Min(1) Integer version) {}
