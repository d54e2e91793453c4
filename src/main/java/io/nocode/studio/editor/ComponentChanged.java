package io.nocode.studio.editor;

import io.nocode.studio.components.ComponentView;
import java.util.UUID;

/** How a component is now. */
public record ComponentChanged(UUID componentId, UUID pageId, long revision, ComponentView component) {}
