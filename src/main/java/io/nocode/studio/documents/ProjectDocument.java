package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.studio.projects.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project without its rows, and without anything that belongs to one installation: tables, fields, pages and workflows
 * are known by their names.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion {@value #VERSION}; a document of a later version is refused
 * @param workflows each with its graph, whose nodes are known by their names
 */
public record ProjectDocument(
        @NotNull @Pattern(regexp = ProjectDocument.FORMAT) @Schema(example = ProjectDocument.FORMAT)
        String format,

        @NotNull @Schema(example = "1") Integer formatVersion,
        @NotNull @Valid Settings settings,
        @NotNull @Size(max = 1000) List<@Valid Table> tables,
        @Nullable @Size(max = 1000) List<@Valid PagePart> pages,

        @Nullable @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode workflows) {
    public static final String FORMAT = "nocode-project";
    public static final int VERSION = 1;

    /** What the project is called, and who may see it. */
    @Schema(name = "DocumentSettings")
    public record Settings(
            @NotNull @Size(min = 2, max = 100) String name,
            @Nullable @Size(max = 2000) String description,
            @Nullable @Size(max = 100) String icon,
            @Nullable Visibility visibility) {}

    /**
     * A table.
     *
     * @param fieldsConfig in their order, without ids and positions
     * @param options indexes without ids
     * @param policies without ids
     */
    @Schema(name = "DocumentTable")
    public record Table(
            @NotNull String tableName,
            @NotBlank @Size(max = 200) String displayName,
            @Nullable @Size(max = 2000) String description,
            @Nullable @Size(max = 100) String icon,

            @NotNull @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            JsonNode fieldsConfig,

            @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonNode options,

            @Nullable @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            JsonNode policies) {}

    /** A page with its components, each with what it holds below {@code children}. */
    @Schema(name = "DocumentPage")
    public record PagePart(
            @NotBlank @Size(max = 100) String name,

            @NotNull @Size(max = 200) @Pattern(regexp = io.nocode.studio.pages.PageSets.ROUTE)
            String route,

            @Nullable Boolean isHome,
            @Nullable @Size(max = 200) String title,

            @Nullable @Pattern(regexp = io.nocode.studio.pages.PageSets.ACCESS)
            String access,

            @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonNode config,

            @Nullable @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            JsonNode components) {}

    List<PagePart> allPages() {
        return pages == null ? List.of() : pages;
    }

    ArrayNode allWorkflows() {
        return workflows instanceof ArrayNode all ? all : io.nocode.shared.json.Json.array();
    }
}
