package io.nocode.foundation.payments;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment method: what the provider told of it, enough to recognise it by. */
@Schema(name = "PaymentMethod")
public record PaymentMethodView(
        UUID id,
        UUID organizationId,
        PaymentType type,
        String provider,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable Integer expMonth,
        @Nullable Integer expYear,
        boolean isDefault,
        Instant createdAt,
        Instant updatedAt) {}
