package io.nocode.foundation.payments;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps a type in entities as the contract writes it. */
@Converter(autoApply = true)
public class PaymentTypeConverter implements AttributeConverter<PaymentType, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PaymentType type) {
        return type == null ? null : type.wire();
    }

    @Override
    public @Nullable PaymentType convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : PaymentType.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
