package io.nocode.foundation.users;

import io.nocode.foundation.passwords.PasswordRules;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account that an administrator makes for somebody. */
public record NewUser(
        @NotBlank @Email @Size(max = 254) @Schema(example = "grace@example.com")
        String email,

        @NotNull @Size(max = PasswordRules.MAX_LENGTH) String password,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Nullable @Size(max = 100) String country,

        @Nullable @Pattern(regexp = Profile.PHONE_NUMBER) String phoneNumber,

        @Nullable @Pattern(regexp = Profile.LANGUAGE) String language,

        @Nullable @Size(max = 64) String timezone) {
    Profile profile() {
        return new Profile(firstName.strip(), lastName.strip(), country, phoneNumber, language, timezone);
    }
}
