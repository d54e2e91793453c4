package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A page of an application. */
@Entity
@Table(name = "page")
public class Page {
    static final String ROUTE = "/|(/:?[A-Za-z0-9_][A-Za-z0-9_-]*)+/?";
    static final String ACCESS = "public|signed_in|VIEWER|MEMBER|ADMIN|OWNER";

    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    private String name;

    private String route;

    @Column(name = "is_home")
    private boolean home;

    private String title;

    private String access;

    @Convert(converter = JsonConverter.class)
    private JsonNode config;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Page() {}

    Page(UUID id, UUID projectId, PageUpdate asked, Instant now) {
        this.id = id;
        this.projectId = projectId;
        this.createdAt = now;
        describe(asked, now);
    }

    final void describe(PageUpdate asked, Instant now) {
        name = asked.name();
        route = PageSets.route(asked.route());
        home = Boolean.TRUE.equals(asked.isHome());
        title = asked.title() == null ? "" : asked.title();
        access = asked.access() == null ? "signed_in" : asked.access();
        config = asked.config() == null || asked.config().isNull() ? Json.object() : asked.config();
        updatedAt = now;
    }

    PageUpdate asUpdate() {
        return new PageUpdate(projectId, name, route, home, title, access, config);
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public PageView view() {
        return new PageView(id, projectId, name, route, home, title, access, config, createdAt, updatedAt);
    }
}
