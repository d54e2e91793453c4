package io.nocode.foundation.users;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds people, and counts them. */
@ApplicationScoped
public class Directory {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;
    private static final int SHORTEST_QUERY = 2;

    @Inject
    private Access access;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Active members of the caller's organisations (for a superuser: everybody) whose name or address has the text.
     *
     * @param role keeps who has this role in one of these organisations
     */
    FoundPeople search(@Nullable String text, @Nullable String limit, @Nullable Role role) {
        Faults faults = new Faults();
        String wanted = text == null ? "" : text.strip();
        if (wanted.length() < SHORTEST_QUERY) {
            faults.add("q", "field.at_least_letters", SHORTEST_QUERY);
        }
        int most = limit(limit, faults);
        faults.throwIfAny();
        String pattern = "%" + wanted.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        Sql query = Sql.of(
                "select u.id, u.email, u.first_name, u.last_name from user_account u where u.is_active"
                        + " and (u.email like ? escape '!' or lower(u.first_name || ' ' || u.last_name) like ?"
                        + " escape '!')",
                pattern,
                pattern);
        List<PersonView> results = database.list(
                query.then(part(role)).then(" order by u.first_name, u.last_name, u.id limit ?", most),
                row -> new PersonView(
                        row.uuid("id"),
                        row.text("email"),
                        (row.text("first_name") + " " + row.text("last_name")).strip()));
        return new FoundPeople(results.size(), results);
    }

    private Sql part(@Nullable Role role) {
        if (CurrentUser.get().isSuperuser() && role == null) {
            return Sql.empty();
        }
        Sql theirs = Sql.of(" and exists (select 1 from organisation_member theirs where theirs.user_id = u.id"
                + " and theirs.status = 'ACTIVE'");
        if (role != null) {
            theirs = theirs.then(" and theirs.role = ?", role);
        }
        if (!CurrentUser.get().isSuperuser()) {
            theirs = theirs.then(
                    " and theirs.organisation_id = any(?::uuid[])", access.organisations(Action.MEMBERS_SEE));
        }
        return theirs.then(")");
    }

    private static int limit(@Nullable String limit, Faults faults) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        faults.add("limit", "field.between", 1, MAX_LIMIT);
        return DEFAULT_LIMIT;
    }

    /** Counted now; for superusers. */
    UserStats stats() {
        Superusers.requireCaller();
        Instant month = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.firstDayOfMonth())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        return database.first(
                        Sql.of(
                                "select count(*) as total, count(*) filter (where is_active) as active,"
                                        + " count(*) filter (where created_at >= ?) as recent,"
                                        + " (select count(*) from organisation) as organisations from user_account where erased_at is null",
                                month),
                        row -> new UserStats(
                                row.number("total"),
                                row.number("active"),
                                row.number("organisations"),
                                row.number("recent"),
                                Map.of(),
                                Map.of()))
                .orElseThrow()
                .with(by("country"), by("language"));
    }

    private Map<String, Long> by(String column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.list(
                        Sql.of("select coalesce(" + column + ", 'unknown') as name, count(*) as people"
                                + " from user_account where erased_at is null group by 1 order by 2 desc, 1"),
                        row -> Map.entry(row.text("name"), row.number("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
