package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A component on a page. */
@Entity
@Table(name = "component")
public class Component {
    @Id
    private UUID id;

    @Column(name = "page_id")
    private UUID pageId;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    private String slot;

    private int place;

    @Column(name = "component_type")
    private String type;

    @Convert(converter = JsonConverter.class)
    private JsonNode position;

    @Convert(converter = JsonConverter.class)
    private JsonNode config;

    @Convert(converter = JsonConverter.class)
    private JsonNode style;

    @Column(name = "visible_if")
    private @Nullable String visibleIf;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Component() {}

    Component(UUID id, UUID pageId, ComponentType type, Instant now) {
        this.id = id;
        this.pageId = pageId;
        this.type = type.name();
        this.slot = "";
        this.position = Json.object();
        this.config = type.defaults().deepCopy();
        this.style = Json.object();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void lie(@Nullable UUID parent, String where, int order) {
        parentId = parent;
        slot = where;
        place = order;
    }

    void positioned(Position at) {
        position = Json.tree(at);
    }

    /** Takes over what is given; null leaves what is there. */
    void configure(@Nullable ObjectNode newConfig, @Nullable ObjectNode newStyle) {
        if (newConfig != null) {
            config = newConfig;
        }
        if (newStyle != null) {
            style = newStyle;
        }
    }

    void visibleIf(@Nullable String condition) {
        visibleIf = condition;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    ComponentUpdate asUpdate() {
        return new ComponentUpdate(
                pageId, type, parentId, slot, Json.as(position, Position.class), place, config, style, visibleIf);
    }

    public UUID id() {
        return id;
    }

    public UUID pageId() {
        return pageId;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    String slot() {
        return slot;
    }

    int place() {
        return place;
    }

    String type() {
        return type;
    }

    JsonNode config() {
        return config;
    }

    public ComponentView view() {
        return new ComponentView(
                id,
                pageId,
                type,
                parentId,
                slot,
                place,
                Json.as(position, Position.class),
                config,
                style,
                visibleIf,
                createdAt,
                updatedAt,
                null);
    }
}
