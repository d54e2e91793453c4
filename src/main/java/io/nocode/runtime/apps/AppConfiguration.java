package io.nocode.runtime.apps;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an application behaves and looks.
 *
 * @param corsOrigins whose pages may call it
 * @param rateLimit requests a minute
 * @param theme colours and fonts, as the pages understand them
 */
public record AppConfiguration(
        @Schema(example = "[\"https://example.org\"]") @Nullable @Size(max = 50)
        List<@Pattern(regexp = "https?://[A-Za-z0-9.-]+(:\\d{1,5})?") String> corsOrigins,

        @Nullable @Min(1) @Max(1_000_000) Integer rateLimit,
        @Nullable Map<String, Object> theme) {
    static final AppConfiguration NONE = new AppConfiguration(null, null, null);
}
