package io.nocode.foundation.plans;

import io.nocode.foundation.billing.BillingInterval;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps an interval in entities as the contract writes it. */
@Converter(autoApply = true)
public class BillingIntervalConverter implements AttributeConverter<BillingInterval, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable BillingInterval interval) {
        return interval == null ? null : interval.wire();
    }

    @Override
    public @Nullable BillingInterval convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : BillingInterval.of(text);
    }
}
