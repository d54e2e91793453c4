package io.nocode.studio.components;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a component lies on the editor's grid. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Position(
        @Nullable BigDecimal x,
        @Nullable BigDecimal y,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height) {}
