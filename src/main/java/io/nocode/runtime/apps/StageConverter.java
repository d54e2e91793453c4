package io.nocode.runtime.apps;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a stage in entities as the contract writes it. */
@Converter(autoApply = true)
public class StageConverter implements AttributeConverter<Stage, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Stage stage) {
        return stage == null ? null : stage.wire();
    }

    @Override
    public @Nullable Stage convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : Stage.of(text);
    }
}
