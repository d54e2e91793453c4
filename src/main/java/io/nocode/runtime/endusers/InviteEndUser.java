package io.nocode.runtime.endusers;

import io.nocode.runtime.apps.Stage;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to give an account at an application.
 *
 * @param role the application's default where absent
 * @param environment the application's where absent
 * @param language of the mail; English where absent
 */
public record InviteEndUser(
        @Schema(example = "grace@example.org") @NotBlank @Email @Size(max = 254)
        String email,

        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 40) String role,
        @Nullable Stage environment,
        @Nullable @Pattern(regexp = "en|fr") String language) {}
