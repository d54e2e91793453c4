package io.nocode.studio.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation builds. */
@Entity
@Table(name = "project")
public class Project {
    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    private String name;

    private String slug;

    @Column(name = "schema_name")
    private String schemaName;

    private String description;

    private String icon;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    @Column(name = "default_environment")
    private String defaultEnvironment;

    /** Written by {@link Drafts} and by publishing alone. */
    @Column(name = "current_version", insertable = true, updatable = false)
    private @Nullable Integer currentVersion;

    @Column(updatable = false)
    private long revision;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Project() {}

    Project(UUID id, UUID organizationId, String slug, CreateProject asked, UUID createdBy, Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.slug = slug;
        this.schemaName = schemaName(id);
        this.status = ProjectStatus.DRAFT;
        this.defaultEnvironment = "dev";
        this.createdBy = createdBy;
        this.createdAt = now;
        describe(
                new ProjectUpdate(asked.name(), null, asked.description(), asked.icon(), asked.visibility(), null),
                now);
    }

    /** The last digits of the id: those of one millisecond begin alike. */
    private static String schemaName(UUID id) {
        String digits = id.toString().replace("-", "");
        return "p_" + digits.substring(digits.length() - 20);
    }

    /** Takes over what its people say of it. */
    final void describe(ProjectUpdate asked, Instant now) {
        name = asked.name().strip();
        description = asked.description() == null ? "" : asked.description();
        icon = asked.icon() == null ? "" : asked.icon();
        visibility = asked.visibility() == null ? Visibility.PRIVATE : asked.visibility();
        if (asked.defaultEnvironment() != null) {
            defaultEnvironment = asked.defaultEnvironment();
        }
        updatedAt = now;
    }

    ProjectUpdate asUpdate() {
        return new ProjectUpdate(name, organizationId, description, icon, visibility, defaultEnvironment);
    }

    ProjectRef ref() {
        return new ProjectRef(
                id, organizationId, name, slug, schemaName, visibility == Visibility.PUBLIC, defaultEnvironment);
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    String name() {
        return name;
    }

    String slug() {
        return slug;
    }

    String defaultEnvironment() {
        return defaultEnvironment;
    }

    ProjectView view(String organizationName, @Nullable ProjectStatistics statistics) {
        return new ProjectView(
                id,
                name,
                slug,
                description,
                icon,
                organizationId,
                organizationName,
                schemaName,
                createdBy,
                status,
                currentVersion,
                visibility,
                defaultEnvironment,
                createdAt,
                updatedAt,
                statistics);
    }
}
