package io.nocode.runtime.apps;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps an application's status in entities as the contract writes it. */
@Converter(autoApply = true)
public class AppStatusConverter implements AttributeConverter<AppStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AppStatus status) {
        return status == null ? null : status.wire();
    }

    @Override
    public @Nullable AppStatus convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : AppStatus.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
