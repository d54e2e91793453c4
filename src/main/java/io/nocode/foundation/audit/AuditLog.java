package io.nocode.foundation.audit;

import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes deeds down, in the transaction that does them: what is rolled back was never done and is not told. Who acted,
 * from where and in which request is taken from the context. The database links each entry into its organisation's
 * chain when the transaction commits.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditLog {
    private static final int LONGEST_USER_AGENT = 400;

    @Inject
    private Database database;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * Takes a deed down.
     *
     * @param details names, ids, states before and after; never a secret, and nobody's personal data: they can't be
     *     erased here
     */
    public void record(UUID organisation, Deed deed, UUID resource, Map<String, ?> details) {
        record(CurrentUser.get(), organisation, deed, resource, details, null);
    }

    /** Takes a deed down that concerns whoever has an e-mail address; it is erased with their account. */
    public void record(UUID organisation, Deed deed, UUID resource, Map<String, ?> details, String email) {
        record(CurrentUser.get(), organisation, deed, resource, details, email);
    }

    /** Takes down what background work did because an account had asked for it. */
    public void recordFor(UUID account, UUID organisation, Deed deed, UUID resource, Map<String, ?> details) {
        record(new Caller.User(account, "", false, null), organisation, deed, resource, details, null);
    }

    /** How many deeds were done in an organisation since an instant. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long since(UUID organisation, Instant since) {
        return database.first(
                        Sql.of(
                                "select count(*) as n from audit_entry where organisation_id = ? and created_at >= ?",
                                organisation,
                                since),
                        row -> row.number("n"))
                .orElse(0L);
    }

    private void record(
            Caller caller,
            UUID organisation,
            Deed deed,
            UUID resource,
            Map<String, ?> details,
            @Nullable String email) {
        RequestContext request = RequestContext.orNull();
        UUID id = Ids.next();
        String salt = vault.newToken();
        String address = request == null ? null : request.address();
        String userAgent = request == null ? null : shortened(request.userAgent());
        database.update(Sql.of(
                        "with entry as (insert into audit_entry (id, organisation_id, action, actor_kind, actor_id,"
                                + " api_key_id, resource_type, resource_id, details, request_id, personal_hash, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id, actor_id)",
                        id,
                        organisation,
                        deed.wireName(),
                        ActorKind.of(caller),
                        caller.userId(),
                        caller instanceof Caller.ApiKey key ? key.id() : null,
                        deed.resourceType(),
                        resource,
                        Json.tree(details),
                        request == null ? null : request.id(),
                        Netstrings.hash(Arrays.asList(salt, address, userAgent, email)),
                        clock.instant())
                .then(
                        " insert into audit_personal (entry_id, actor_id, salt, address, user_agent, email)"
                                + " select id, actor_id, ?, ?, ?, ? from entry",
                        salt,
                        address,
                        userAgent,
                        email));
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
