package io.nocode.shared.page;

import io.nocode.shared.problem.CommonProblem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of entities being put together: conditions, search, and the fields it may be sorted by. In JPQL the entity is
 * called {@code e}.
 */
public final class Listing<T> {
    private final EntityManager entities;
    private final Class<T> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, String> sortable = new LinkedHashMap<>();
    private List<String> searchable = List.of();
    private String defaultSort = "e.createdAt desc";

    private Listing(EntityManager entities, Class<T> type) {
        this.entities = entities;
        this.type = type;
        sortBy("created_at", "e.createdAt").sortBy("updated_at", "e.updatedAt");
    }

    public static <T> Listing<T> of(EntityManager entities, Class<T> type) {
        return new Listing<>(entities, type);
    }

    /** Keeps only what a JPQL condition without parameters holds for. */
    public Listing<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Keeps only what the condition holds for; {@code :name} stands for the value. A null value asks for nothing. */
    public Listing<T> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** JPQL expressions in which {@code search} looks, whatever the case. */
    public Listing<T> search(String... expressions) {
        searchable = List.of(expressions);
        return this;
    }

    /** Allows {@code sort_by=name}. */
    public Listing<T> sortBy(String name, String expression) {
        sortable.put(name, expression);
        return this;
    }

    /** The order where none is asked for, such as {@code e.name asc}. */
    public Listing<T> defaultSort(String order) {
        defaultSort = order;
        return this;
    }

    /** The page that was asked for. */
    public Page<T> page(PageRequest asked) {
        String order = order(asked);
        addSearch(asked.search());
        String from = " from " + type.getSimpleName() + " e"
                + (conditions.isEmpty() ? "" : " where (" + String.join(") and (", conditions) + ")");
        long count =
                bind(entities.createQuery("select count(e)" + from, Long.class)).getSingleResult();
        if (asked.offset() >= count) {
            return Page.of(asked, count, List.of());
        }
        List<T> results = bind(entities.createQuery("select e" + from + " order by " + order + ", e.id", type))
                .setFirstResult(Math.toIntExact(asked.offset()))
                .setMaxResults(asked.size())
                .getResultList();
        return Page.of(asked, count, results);
    }

    private String order(PageRequest asked) {
        if (asked.sortBy() == null) {
            return defaultSort;
        }
        String expression = sortable.get(asked.sortBy());
        if (expression == null) {
            throw CommonProblem.INVALID.at("sort_by", "field.must_be.one_of", String.join(", ", sortable.keySet()));
        }
        return expression + (asked.descending() ? " desc" : " asc");
    }

    private void addSearch(@Nullable String search) {
        if (search == null || search.isBlank() || searchable.isEmpty()) {
            return;
        }
        conditions.add(searchable.stream()
                .map(expression -> "lower(" + expression + ") like :search escape '!'")
                .collect(Collectors.joining(" or ")));
        String literal = search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        parameters.put("search", "%" + literal + "%");
    }

    private <Q> TypedQuery<Q> bind(TypedQuery<Q> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
