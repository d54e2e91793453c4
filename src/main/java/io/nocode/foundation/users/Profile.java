package io.nocode.foundation.users;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person may say of themselves.
 *
 * @param language a language tag; {@code en} where it is left out
 * @param timezone a name of the time zone database; {@code UTC} where it is left out
 */
@Schema(description = "What a person may say of themselves.")
public record Profile(
        @NotBlank @Size(max = 100) @Schema(example = "Ada") String firstName,

        @NotBlank @Size(max = 100) @Schema(example = "Lovelace")
        String lastName,

        @Nullable @Size(max = 100) @Schema(example = "GB") String country,

        @Nullable @Pattern(regexp = PHONE_NUMBER) @Schema(example = "+44 20 7946 0000")
        String phoneNumber,

        @Nullable @Pattern(regexp = LANGUAGE) @Schema(example = "en")
        String language,

        @Nullable @Size(max = 64) @Schema(example = "Europe/London")
        String timezone) {
    public static final String PHONE_NUMBER = "\\+?[0-9][0-9 ()./-]{2,31}";
    public static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";
}
