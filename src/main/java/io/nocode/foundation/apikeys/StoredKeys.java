package io.nocode.foundation.apikeys;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.users.PersonView;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads keys for people: their own, and all of the organisations that they manage. */
@ApplicationScoped
class StoredKeys {
    private static final Map<String, String> SORTABLE = Map.of(
            "created_at",
            "k.created_at",
            "name",
            "k.name",
            "expires_at",
            "k.expires_at",
            "last_used_at",
            "k.last_used_at");
    private static final String COLUMNS =
            "select k.*, to_json(k.project_ids)::text as projects, u.email, u.first_name," + " u.last_name";
    private static final String FROM = " from api_key k join user_account u on u.id = k.maker_id where ";

    @Inject
    private Database database;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    Page<ApiKeyView> page(@Nullable UUID organisation, PageRequest asked) {
        Sql from = Sql.of(FROM).then(visible());
        if (organisation != null) {
            from = from.then(" and k.organisation_id = ?", organisation);
        }
        if (asked.search() != null && !asked.search().isBlank()) {
            from = from.then(
                    " and position(lower(?) in lower(k.name)) > 0",
                    asked.search().strip());
        }
        long count = database.first(Sql.of("select count(*)").then(from), row -> row.number("count"))
                .orElse(0L);
        List<ApiKeyView> results = database.list(
                Sql.of(COLUMNS)
                        .then(from)
                        .then(" order by " + order(asked) + ", k.id limit ? offset ?", asked.size(), asked.offset()),
                this::view);
        return Page.of(asked, count, results);
    }

    /** A key that the caller may see. */
    Optional<ApiKeyView> find(UUID id) {
        return database.first(Sql.of(COLUMNS + FROM).then(visible()).then(" and k.id = ?", id), this::view);
    }

    private Sql visible() {
        if (CurrentUser.get().isSuperuser()) {
            return Sql.of("true");
        }
        List<UUID> managed = access.organisations(Action.ORGANISATION_MANAGE);
        return Sql.of("(k.maker_id = ? or k.organisation_id = any(?::uuid[]))", CurrentUser.id(), managed);
    }

    private static String order(PageRequest asked) {
        if (asked.sortBy() == null) {
            return "k.created_at desc";
        }
        String column = SORTABLE.get(asked.sortBy());
        if (column == null) {
            throw CommonProblem.INVALID.at(
                    "sort_by",
                    "field.must_be.one_of",
                    String.join(", ", SORTABLE.keySet().stream().sorted().toList()));
        }
        return column + (asked.descending() ? " desc" : " asc");
    }

    private ApiKeyView view(Row row) {
        Instant expires = row.instantOrNull("expires_at");
        return new ApiKeyView(
                row.uuid("id"),
                row.text("name"),
                row.text("prefix"),
                row.uuid("organisation_id"),
                Role.valueOf(row.text("role")),
                List.copyOf(KeyStates.ids(row.json("projects"))),
                new PersonView(
                        row.uuid("maker_id"),
                        row.text("email"),
                        (row.text("first_name") + " " + row.text("last_name")).strip()),
                expires,
                expires != null && !clock.instant().isBefore(expires),
                row.instantOrNull("last_used_at"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
