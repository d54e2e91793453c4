package io.nocode.studio.editor;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The project in which the caller's last change is undone, or the last undone one redone. */
public record UndoRequest(@NotNull UUID projectId) {}
