package io.nocode.runtime.frontschema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as a front end sees it.
 *
 * @param apiEndpoint the URL of its rows
 * @param permissions what this caller may do with its rows
 * @param relationships to other tables, and from them
 * @param indexes null in the list of all tables
 */
public record TableView(
        UUID id,
        String tableName,
        String displayName,
        String description,
        String icon,
        String apiEndpoint,
        List<FieldView> fields,
        Permissions permissions,
        List<Relationship> relationships,
        @Nullable List<Index> indexes,
        Statistics statistics) {

    /** What this caller may do with rows. */
    @Schema(name = "TablePermissions")
    public record Permissions(boolean read, boolean create, boolean update, boolean delete) {}

    /**
     * A relation.
     *
     * @param direction {@code outgoing} where the field is this table's, {@code incoming} where it is the other's
     * @param name the field; for an incoming one the name that it has from here
     * @param table the other table
     * @param displayField the field of the table pointed to that people see; null for none
     */
    @Schema(name = "TableRelationship")
    public record Relationship(
            String direction,
            String name,
            String field,
            String table,
            String kind,
            @Nullable String displayField) {}

    /** An index. */
    @Schema(name = "TableIndex")
    public record Index(List<String> fields, boolean unique, String type) {}

    /**
     * Of its rows.
     *
     * @param estimated whether the number is PostgreSQL's estimate
     * @param lastRecordAt when the newest was made; null where there is none, and in the list of all tables
     */
    @Schema(name = "TableStatistics")
    public record Statistics(
            long recordsCount, boolean estimated, @Nullable Instant lastRecordAt) {}
}
