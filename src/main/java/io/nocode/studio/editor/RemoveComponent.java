package io.nocode.studio.editor;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which component goes, with all that it holds. */
public record RemoveComponent(@NotNull UUID componentId) {}
