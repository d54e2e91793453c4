package io.nocode.studio.projects;

import io.nocode.foundation.organisations.OrganisationMeasure;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;

/** Tells of an organisation how many projects it has, and what their tables take. */
@ApplicationScoped
public class ProjectMeasure implements OrganisationMeasure {
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024 * 1024);

    @Inject
    private Database database;

    @Override
    public Map<String, Number> of(UUID organisation) {
        return database.first(
                        Sql.of(
                                "select count(*) as projects, count(*) filter (where status = 'PUBLISHED') as active,"
                                        + " (select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace join project p"
                                        + " on n.nspname in (p.schema_name || '_dev', p.schema_name || '_staging',"
                                        + " p.schema_name || '_prod')"
                                        + " where p.organization_id = ? and c.relkind = 'r')"
                                        + " + (select coalesce(sum(f.size), 0) from row_file f"
                                        + " join project p on p.id = f.project_id"
                                        + " where p.organization_id = ? and f.dropped_at is null) as bytes"
                                        + " from project where organization_id = ?",
                                organisation,
                                organisation,
                                organisation),
                        row -> Map.<String, Number>of(
                                "projects_count", row.number("projects"),
                                "active_projects", row.number("active"),
                                "storage_used_mb",
                                        BigDecimal.valueOf(row.number("bytes"))
                                                .divide(MEBIBYTE, 2, RoundingMode.HALF_UP)))
                .orElse(Map.of());
    }
}
