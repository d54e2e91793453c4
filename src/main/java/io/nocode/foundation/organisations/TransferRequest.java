package io.nocode.foundation.organisations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to give an organisation to. */
public record TransferRequest(
        @NotNull UUID newOwnerId,

        @NotBlank
        @Schema(description = "TRANSFER and the organization's name.", example = "TRANSFER Analytical Engines")
        String confirmationText) {}
