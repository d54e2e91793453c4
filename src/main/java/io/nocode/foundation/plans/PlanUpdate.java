package io.nocode.foundation.plans;

import io.nocode.foundation.billing.BillingInterval;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a plan offers. A new price counts from the next period of those who are on the plan. */
public record PlanUpdate(
        @NotBlank @Size(max = 60) @Schema(example = "Professional")
        String name,

        @Nullable @Size(max = 500) @Schema(example = "For teams that build every day.")
        String description,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) @Schema(example = "99.99")
        BigDecimal price,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(example = "EUR")
        String currency,

        @NotNull @Schema(example = "monthly") BillingInterval billingInterval,

        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> features,

        @NotNull @Valid PlanLimits limits,

        @NotNull @Min(0) @Max(365) @Schema(example = "14") Integer trialDays) {}
