package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.components.ComponentView;
import io.nocode.studio.pages.PageView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page with the trees of its components. */
public record EditorPage(
        UUID id,
        String name,
        String route,
        boolean isHome,
        String title,
        String access,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode config,

        List<ComponentView> components) {
    static EditorPage of(PageView page, List<ComponentView> components) {
        return new EditorPage(
                page.id(),
                page.name(),
                page.route(),
                page.isHome(),
                page.title(),
                page.access(),
                page.config(),
                components);
    }
}
