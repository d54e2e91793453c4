package io.nocode.foundation.audit;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit log of an organisation, and checks it. */
@ApplicationScoped
@Transactional
public class AuditReading {
    private static final Map<String, String> SORTABLE =
            Map.of("sequence", "e.sequence", "created_at", "e.created_at", "updated_at", "e.created_at");
    private static final int LINKS_AT_ONCE = 1_000;

    @Inject
    private Access access;

    @Inject
    private Database database;

    /** A page of the log, the newest first where nothing else is asked for. */
    Page<AuditEntryView> page(UUID organisation, Sql condition, PageRequest asked) {
        access.require(Action.AUDIT_SEE, organisation);
        Sql from = Sql.of(
                        " from audit_entry e left join audit_personal p on p.entry_id = e.id"
                                + " left join user_account u on u.id = e.actor_id where e.organisation_id = ?",
                        organisation)
                .then(condition)
                .then(search(asked));
        String order = order(asked);
        long count = database.first(Sql.of("select count(*) as n").then(from), row -> row.number("n"))
                .orElseThrow();
        List<AuditEntryView> results = asked.offset() >= count
                ? List.of()
                : database.list(
                        Sql.of("select e.*, p.email, p.address, p.user_agent, coalesce(u.email, '') as actor_email,"
                                        + " coalesce(u.first_name, '') as first_name,"
                                        + " coalesce(u.last_name, '') as last_name")
                                .then(from)
                                .then(order)
                                .then(" limit ? offset ?", asked.size(), asked.offset()),
                        AuditEntryView::of);
        return Page.of(asked, count, results);
    }

    /**
     * Recomputes the whole chain.
     *
     * @param witness how the chain ended when somebody looked; null for nobody
     */
    AuditVerification verify(UUID organisation, ChainCheck.@Nullable Witness witness) {
        access.require(Action.AUDIT_SEE, organisation);
        ChainCheck check = new ChainCheck(witness);
        links(organisation, Sql.of(" and e.sequence is null")).forEach(check::next);
        ChainCheck.Witness head;
        boolean grew;
        do {
            grew = walk(organisation, check);
            // Read after the links: an entry that came meanwhile is in the count, and is looked for once more.
            head = head(organisation);
        } while (grew && head.count() > check.place());
        return check.end(head);
    }

    private boolean walk(UUID organisation, ChainCheck check) {
        boolean grew = false;
        List<Link> links;
        do {
            links = links(organisation, Sql.of(" and e.sequence > ?", check.place()));
            links.forEach(check::next);
            grew |= !links.isEmpty();
        } while (links.size() == LINKS_AT_ONCE);
        return grew;
    }

    private List<Link> links(UUID organisation, Sql condition) {
        return database.list(
                Sql.of(
                                "select " + Link.COLUMNS
                                        + " from audit_entry e left join audit_personal p on p.entry_id = e.id"
                                        + " where e.organisation_id = ?",
                                organisation)
                        .then(condition)
                        .then(" order by e.sequence limit ?", LINKS_AT_ONCE),
                Link::of);
    }

    private ChainCheck.Witness head(UUID organisation) {
        return database.first(
                        Sql.of("select count, hash from audit_head where organisation_id = ?", organisation),
                        row -> new ChainCheck.Witness(row.number("count"), row.text("hash")))
                .orElse(new ChainCheck.Witness(0, ChainCheck.BEGINNING));
    }

    private static Sql search(PageRequest asked) {
        String words = asked.search();
        if (words == null || words.isBlank()) {
            return Sql.empty();
        }
        String pattern = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return Sql.of(
                " and (e.action like ? escape '!' or lower(e.details::text) like ? escape '!'"
                        + " or lower(p.email) like ? escape '!' or lower(u.email) like ? escape '!'"
                        + " or e.resource_id::text like ? escape '!' or e.request_id like ? escape '!')",
                pattern,
                pattern,
                pattern,
                pattern,
                pattern,
                pattern);
    }

    private static String order(PageRequest asked) {
        String by = asked.sortBy() == null ? "sequence" : asked.sortBy();
        String column = SORTABLE.get(by);
        if (column == null) {
            throw CommonProblem.INVALID.at("sort_by", "field.must_be.one_of", "created_at, sequence, updated_at");
        }
        String direction = asked.sortBy() == null || asked.descending() ? " desc" : " asc";
        return " order by " + column + direction + ", e.sequence" + direction;
    }
}
