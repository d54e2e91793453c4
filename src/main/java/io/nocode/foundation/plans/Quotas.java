package io.nocode.foundation.plans;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What organisations may still have by their plan. Asked where a thing is created, in the transaction that creates it:
 * those who create in one organisation wait for each other, so that the last place is taken once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Quotas {
    @Inject
    private Database database;

    /**
     * Goes on if the organisation's plan allows one more; the organisation stays locked until the transaction ends.
     *
     * @param used counts what there is; asked once the lock is held
     * @throws io.nocode.shared.problem.Problem PLAN_LIMIT, or NOT_FOUND where there is no such organisation
     */
    public void requireRoom(UUID organisation, Limit limit, LongSupplier used) {
        hold(organisation);
        Allowance allowance = of(organisation);
        if (allowance.limits().of(limit) != PlanLimits.UNLIMITED) {
            long count = used.getAsLong();
            if (count >= allowance.limits().of(limit)) {
                throw allowance.refusal(limit, count);
            }
        }
    }

    /** Locks an organisation against everybody who changes what its plan, its members or its bills depend on. */
    public void hold(UUID organisation) {
        if (!database.exists(Sql.of("select 1 from organisation where id = ? for no key update", organisation))) {
            throw CommonProblem.NOT_FOUND.because();
        }
    }

    /** What an organisation's plan allows; that of the plan that everybody starts on where it has none now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Allowance of(UUID organisation) {
        return Objects.requireNonNull(of(List.of(organisation)).get(organisation));
    }

    /** The same of several at once. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Allowance> of(Collection<UUID> organisations) {
        return database
                .list(
                        Sql.of(
                                "select o.id as organisation_id, p.id, p.name, p.max_projects, p.max_members,"
                                        + " p.max_storage_gb, p.max_workflows from unnest(?::uuid[]) as o (id)"
                                        + " left join subscription s on s.organisation_id = o.id"
                                        + " and s.status in ('TRIALING', 'ACTIVE', 'PAST_DUE') join subscription_plan p"
                                        + " on p.id = coalesce(s.plan_id,"
                                        + " (select id from subscription_plan where is_default))",
                                organisations),
                        row -> Map.entry(row.uuid("organisation_id"), allowance(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many places of an organisation are taken: its members, and the invitations that are still open. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long membersOf(UUID organisation) {
        return database.first(
                        Sql.of(
                                "select count(*) from organisation_member where organisation_id = ?"
                                        + " and (status = 'ACTIVE' or invitation_expires_at > now())",
                                organisation),
                        row -> row.number("count"))
                .orElse(0L);
    }

    private static Allowance allowance(Row row) {
        return new Allowance(
                row.uuid("id"),
                row.text("name"),
                new PlanLimits(
                        (int) row.number("max_projects"),
                        (int) row.number("max_members"),
                        (int) row.number("max_storage_gb"),
                        (int) row.number("max_workflows")));
    }
}
