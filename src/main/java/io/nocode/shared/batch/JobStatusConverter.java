package io.nocode.shared.batch;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps a status in entities as the contract writes it. */
@Converter(autoApply = true)
public class JobStatusConverter implements AttributeConverter<JobStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JobStatus status) {
        return status == null ? null : status.wire();
    }

    @Override
    public @Nullable JobStatus convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : JobStatus.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
