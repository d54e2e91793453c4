package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.sql.JsonConverter;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A table of a project's draft. */
@Entity
@Table(name = "table_design")
public class TableDesign {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    private String name;

    @Convert(converter = JsonConverter.class)
    private JsonNode definition;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected TableDesign() {}

    TableDesign(UUID projectId, TableSchema schema, UUID createdBy, Instant now) {
        this.id = schema.id();
        this.projectId = projectId;
        this.createdBy = createdBy;
        this.createdAt = now;
        become(schema, now);
    }

    final void become(TableSchema schema, Instant now) {
        name = schema.name();
        definition = TableSchemaJson.write(schema);
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    TableSchema schema() {
        return TableSchemaJson.read(definition);
    }
}
