package io.nocode.foundation.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Memberships;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Changes;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.users.UserDirectory;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organisations: making, describing and deleting them. */
@ApplicationScoped
@Transactional
public class Organisations {
    private static final String HAS_PART = "exists (select m.id from OrganisationMember m where m.organisationId = e.id"
            + " and m.status = io.nocode.foundation.organisations.MemberStatus.ACTIVE and m.userId = :member)";

    @Inject
    private Access access;

    @Inject
    private OrganisationRepository repository;

    @Inject
    private OrganisationViews views;

    @Inject
    private UserDirectory users;

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<MemberJoined> joined;

    @Inject
    private Event<OrganisationDeleting> deleting;

    @Inject
    private Clock clock;

    /** The caller's organisations; a platform administrator sees all. */
    Page<OrganisationView> list(PageRequest asked, @Nullable OrganisationType type) {
        Caller caller = CurrentUser.get();
        Listing<Organisation> listing = repository.organisations().where("e.type = :type", "type", type);
        if (caller instanceof Caller.ApiKey key) {
            // A key has no more than its maker, who may have left.
            listing.where("e.id = :key", "key", key.organisation());
            if (access.organisations().isEmpty()) {
                listing.where("1 = 0");
            }
        } else if (!caller.isSuperuser()) {
            listing.where(HAS_PART, "member", CurrentUser.id());
        }
        return page(listing, asked, CurrentUser.id());
    }

    /** The organisations of an account, for itself and for superusers; else NOT_FOUND. */
    Page<OrganisationView> of(UUID account, PageRequest asked) {
        Caller caller = CurrentUser.get();
        if (!caller.isSuperuser()
                && !(caller instanceof Caller.User user && user.id().equals(account))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return page(repository.organisations().where(HAS_PART, "member", account), asked, account);
    }

    OrganisationView find(UUID id) {
        access.require(Action.ORGANISATION_SEE, id);
        return views.of(repository.require(id), CurrentUser.id());
    }

    /** Makes an organisation; who asks becomes its OWNER. */
    public OrganisationView create(OrganisationUpdate said) {
        UUID owner = CurrentUser.person().id();
        Instant now = clock.instant();
        Organisation organisation = new Organisation(Ids.next(), freeSlug(said.name()), said, now);
        repository.add(organisation);
        repository.add(OrganisationMember.owner(Ids.next(), organisation.id(), owner, users.email(owner), now));
        audit.record(
                organisation.id(), Deed.ORGANIZATION_CREATED, organisation.id(), Map.of("name", organisation.name()));
        joined.fire(new MemberJoined(organisation.id(), owner, Role.OWNER));
        signals.send(Memberships.TOPIC, owner.toString());
        return views.of(organisation, owner);
    }

    OrganisationView replace(UUID id, OrganisationUpdate said) {
        return describe(lockToManage(id), said);
    }

    OrganisationView merge(UUID id, JsonNode patch) {
        Organisation organisation = lockToManage(id);
        return describe(organisation, Body.merged(organisation.asUpdate(), patch, OrganisationUpdate.class));
    }

    /**
     * @param force whether what is deployed may go with it
     */
    void delete(UUID id, boolean force) {
        access.require(Action.ORGANISATION_DELETE, id);
        Organisation organisation = repository.lock(id);
        Preconditions.check(() -> views.of(organisation, CurrentUser.id()));
        List<UUID> members = database.list(
                Sql.of("select user_id from organisation_member where organisation_id = ? and user_id is not null", id),
                row -> row.uuid("user_id"));
        deleting.fire(new OrganisationDeleting(id, force));
        repository.remove(organisation);
        audit.record(id, Deed.ORGANIZATION_DELETED, id, Map.of("name", organisation.name(), "force", force));
        members.forEach(member -> signals.send(Memberships.TOPIC, member.toString()));
    }

    private Organisation lockToManage(UUID id) {
        access.require(Action.ORGANISATION_MANAGE, id);
        Organisation organisation = repository.lock(id);
        Preconditions.check(() -> views.of(organisation, CurrentUser.id()));
        return organisation;
    }

    private OrganisationView describe(Organisation organisation, OrganisationUpdate said) {
        OrganisationUpdate before = organisation.asUpdate();
        organisation.describe(said, clock.instant());
        var changes = Changes.between(before, organisation.asUpdate());
        if (!changes.isEmpty()) {
            audit.record(organisation.id(), Deed.ORGANIZATION_CHANGED, organisation.id(), changes);
        }
        return views.of(organisation, CurrentUser.id());
    }

    private Page<OrganisationView> page(Listing<Organisation> listing, PageRequest asked, UUID viewer) {
        Page<Organisation> page = listing.search("e.name", "e.description", "e.city")
                .sortBy("name", "e.name")
                .page(asked);
        return views.of(page, viewer);
    }

    /** Those who ask for the same slug at once get one after the other. */
    private String freeSlug(String name) {
        String slug = Slug.of(name);
        database.first(Sql.of("select pg_advisory_xact_lock(hashtext(?))::text", "slug:" + slug), row -> true);
        List<String> taken = database.list(
                Sql.of("select slug from organisation where slug = ? or slug like ?", slug, slug + "-%"),
                row -> row.text("slug"));
        return Slug.free(slug, Set.copyOf(taken));
    }
}
