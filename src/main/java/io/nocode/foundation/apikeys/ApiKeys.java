package io.nocode.foundation.apikeys;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Making and deleting API keys. A key is not changed: its holder would not know. No key makes or deletes keys. */
@ApplicationScoped
@Transactional
public class ApiKeys {
    private static final int PREFIX_LENGTH = 8;
    private static final int MOST = 100;

    @Inject
    private Access access;

    @Inject
    private StoredKeys stored;

    @Inject
    private OwnedProjects projects;

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private AuditLog audit;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** The caller's keys, and all keys of the organisations that they manage. */
    Page<ApiKeyView> list(@Nullable UUID organisation, PageRequest asked) {
        CurrentUser.person();
        return stored.page(organisation, asked);
    }

    ApiKeyView find(UUID id) {
        CurrentUser.person();
        return stored.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /**
     * Makes a key that acts for the caller.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND for an organisation that is none of the caller's, FORBIDDEN for
     *     a role above theirs, LIMIT_API_KEYS
     */
    NewApiKey create(ApiKeyRequest request) {
        UUID maker = CurrentUser.person().id();
        UUID organisation = request.organizationId();
        access.require(Action.ORGANISATION_SEE, organisation);
        if (!access.role(organisation).atLeast(request.role().role())) {
            throw CommonProblem.FORBIDDEN.at("role", "field.role_above");
        }
        // Held fast: it is not deleted meanwhile, and the keys are counted one after the other.
        if (!database.exists(Sql.of("select 1 from organisation where id = ? for no key update", organisation))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        Instant now = clock.instant();
        Set<UUID> confinedTo = projects(request, now);
        requireRoom(organisation, maker);
        UUID id = Ids.next();
        String key = KeyAuthentication.PREFIX + vault.newToken();
        String hash = Vault.hash(key);
        database.update(Sql.of(
                "insert into api_key (id, organisation_id, maker_id, name, prefix, key_hash, role, project_ids,"
                        + " expires_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?)",
                id,
                organisation,
                maker,
                request.name().strip(),
                key.substring(0, PREFIX_LENGTH),
                hash,
                request.role(),
                confinedTo,
                request.expiresAt(),
                now,
                now));
        signals.send(KeyStates.TOPIC, hash);
        audit.record(
                organisation,
                Deed.API_KEY_CREATED,
                id,
                Map.of("name", request.name().strip(), "role", request.role(), "project_ids", confinedTo));
        return NewApiKey.of(find(id), key);
    }

    /** Deletes a key: its holder's next request is refused. */
    void delete(UUID id) {
        CurrentUser.person();
        ApiKeyView key = find(id);
        Preconditions.check(() -> key);
        database.list(
                        Sql.of("delete from api_key where id = ? returning key_hash", key.id()),
                        row -> row.text("key_hash"))
                .forEach(hash -> signals.send(KeyStates.TOPIC, hash));
        audit.record(key.organizationId(), Deed.API_KEY_DELETED, id, Map.of("name", key.name(), "role", key.role()));
    }

    private Set<UUID> projects(ApiKeyRequest request, Instant now) {
        Faults faults = new Faults();
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            faults.add("expires_at", "field.in_future");
        }
        List<UUID> asked = request.projectIds() == null ? List.of() : request.projectIds();
        Set<UUID> wanted = new LinkedHashSet<>(asked);
        Set<UUID> found = wanted.isEmpty() ? Set.of() : projects.among(request.organizationId(), wanted);
        for (int i = 0; i < asked.size(); i++) {
            if (!found.contains(asked.get(i))) {
                faults.add("project_ids[" + i + "]", "field.project_of_organization");
            }
        }
        faults.throwIfAny();
        return wanted;
    }

    private void requireRoom(UUID organisation, UUID maker) {
        long count = database.first(
                        Sql.of(
                                "select count(*) from api_key where organisation_id = ? and maker_id = ?"
                                        + " and coalesce(expires_at, 'infinity') > ?",
                                organisation,
                                maker,
                                clock.instant()),
                        row -> row.number("count"))
                .orElse(0L);
        if (count >= MOST) {
            throw ApiKeyProblem.LIMIT_API_KEYS.because(MOST);
        }
    }
}
