package io.nocode.foundation.auth;

import io.nocode.foundation.passwords.PasswordRules;
import io.nocode.foundation.users.Profile;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who wants an account. */
public record RegisterRequest(
        @NotBlank @Email @Size(max = 254) @Schema(example = "ada@example.com")
        String email,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) @Schema(example = "Analytical1843")
        String password,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) @Schema(example = "Analytical1843")
        String passwordConfirm,

        @NotBlank @Size(max = 100) @Schema(example = "Ada") String firstName,

        @NotBlank @Size(max = 100) @Schema(example = "Lovelace")
        String lastName,

        @Nullable @Size(max = 100) @Schema(example = "GB") String country,

        @Nullable @Pattern(regexp = Profile.PHONE_NUMBER) String phoneNumber,

        @Nullable @Pattern(regexp = Profile.LANGUAGE) @Schema(example = "en")
        String language) {
    Profile profile() {
        return new Profile(firstName.strip(), lastName.strip(), country, phoneNumber, language, null);
    }
}
