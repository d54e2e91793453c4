package io.nocode.foundation.organisations;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member is and may do. */
public record MemberUpdate(
        @NotNull @Schema(example = "ADMIN") MemberRole role,
        @Nullable @Size(max = 50) List<String> permissions) {}
