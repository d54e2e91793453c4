package io.nocode.foundation.organisations;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to invite, as what. */
public record InviteRequest(
        @NotBlank @Email @Size(max = 254) @Schema(example = "grace@example.com")
        String userEmail,

        @NotNull @Schema(example = "MEMBER") MemberRole role,
        @Nullable @Size(max = 50) List<String> permissions) {}
