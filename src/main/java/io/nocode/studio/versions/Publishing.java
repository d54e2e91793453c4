package io.nocode.studio.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.documents.Canonical;
import io.nocode.studio.documents.ProjectPart;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.projects.Projects;
import io.nocode.studio.schema.TablePolicy;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Freezes drafts as versions, and shows what became of them. */
@ApplicationScoped
@Transactional
public class Publishing {
    @Inject
    private Versions versions;

    @Inject
    private ProjectContent contents;

    @Inject
    private Projects projects;

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftTables tables;

    @Inject
    private Database database;

    @Inject
    private Instance<DeploymentFacts> deployments;

    @Inject
    private Instance<ProjectPart> parts;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<ProjectPublished> published;

    @Inject
    private Clock clock;

    /** Freezes the draft as the next version. */
    public Published publish(UUID id, PublishRequest asked) {
        UUID organization = directory.require(id, Action.STUDIO_PUBLISH).organizationId();
        drafts.lock(id);
        List<TableSchema> all = tables.of(id);
        JsonNode content = Canonical.form(contents.of(projects.get(id), all));
        List<Finding> findings = new ArrayList<>(ProjectCheck.of(all, content.path("pages")));
        parts.forEach(part -> part.missing(id, all).forEach(missing -> findings.add(Finding.of(missing))));
        if (!findings.isEmpty()) {
            throw PublishProblem.PROJECT_INVALID.with(
                    Map.of("problems", findings.stream().map(Finding::told).toList()));
        }
        List<String> open = all.stream()
                .filter(table -> table.policies().stream().anyMatch(TablePolicy::isPublicWrite))
                .map(TableSchema::name)
                .toList();
        if (!open.isEmpty() && !Boolean.TRUE.equals(asked.confirmPublicWrite())) {
            throw PublishProblem.PUBLIC_WRITE.with(Map.of("tables", open));
        }
        UUID version = Ids.next();
        int number = versions.latest(id).map(Version::number).orElse(0) + 1;
        database.update(Sql.of(
                "insert into project_version (id, project_id, number, notes, content, content_hash, created_by,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                version,
                id,
                number,
                asked.notes() == null ? "" : asked.notes(),
                content,
                Canonical.hash(content),
                CurrentUser.id(),
                clock.instant()));
        drafts.published(id, number);
        audit.record(organization, Deed.PROJECT_PUBLISHED, id, Map.of("version", number));
        published.fire(new ProjectPublished(id, number));
        return new Published(id, number, version, "succeeded");
    }

    /** Makes the project a draft again; what is deployed goes on. */
    public void unpublish(UUID id) {
        UUID organization = directory.require(id, Action.STUDIO_PUBLISH).organizationId();
        drafts.lock(id);
        drafts.unpublished(id);
        audit.record(organization, Deed.PROJECT_UNPUBLISHED, id, Map.of());
    }

    public DeploymentStatus status(UUID id) {
        directory.require(id, Action.STUDIO_SEE);
        ProjectView project = projects.get(id);
        Optional<Version> latest = versions.latest(id);
        return new DeploymentStatus(
                id,
                project.status(),
                latest.map(Version::number).orElse(null),
                latest.map(version -> new DeploymentStatus.Generation(
                                version.id(), "succeeded", version.number(), version.createdAt()))
                        .orElse(null),
                deployments.stream().flatMap(facts -> facts.of(id).stream()).toList());
    }

    /** The versions of a project, the newest first, without their contents. */
    public Page<VersionView> list(UUID id, PageRequest asked) {
        directory.require(id, Action.STUDIO_SEE);
        return Page.slice(asked, versions.heads(id));
    }

    /** A version, whole. */
    public VersionView get(UUID id, int number) {
        directory.require(id, Action.STUDIO_SEE);
        return VersionView.of(versions.find(id, number));
    }
}
