package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.TableIndex;
import io.nocode.studio.schema.TableOptions;
import io.nocode.studio.schema.TablePolicy;
import io.nocode.studio.schema.TablePolicyJson;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tables of a draft changed at once: by what was imported, or back to a version. The caller holds the lock. */
@ApplicationScoped
public class TableSets {
    /** How many fields a table may have. */
    public static final int MAX_FIELDS = TableChanges.MAX_FIELDS;

    @Inject
    private DraftTables tables;

    @Inject
    private TableChanges changes;

    @Inject
    private SchemaChanges schemas;

    @Inject
    private Patterns patterns;

    @Inject
    private TablePolicies policies;

    /**
     * A table as somebody describes it without ids.
     *
     * @param old the table that is meant, whose fields and indexes stay where their names do; null for a new one
     * @param path what faults are blamed below
     */
    public TableSchema read(
            @Nullable TableSchema old,
            String name,
            String displayName,
            @Nullable String description,
            @Nullable String icon,
            JsonNode fieldsConfig,
            @Nullable JsonNode options,
            @Nullable JsonNode policiesConfig,
            String path,
            Faults faults) {
        SchemaReading reading = new SchemaReading();
        TableSchema read = old == null
                ? reading.created(
                        Ids.next(),
                        new CreateSchema(new UUID(0, 0), name, displayName, description, icon, fieldsConfig, options))
                : reading.updated(
                        old,
                        new SchemaUpdate(
                                null, name, displayName, description, icon, fieldsConfig, orNone(options), null));
        Faults own = reading.faults();
        if (read.fields().size() > TableChanges.MAX_FIELDS) {
            own.add("fields_config", "problem.LIMIT_FIELDS", TableChanges.MAX_FIELDS);
        }
        List<TablePolicy> granted = TablePolicyJson.readAll(
                policiesConfig == null ? MissingNode.getInstance() : policiesConfig, "policies", read.fields(), own);
        own.byField().forEach((field, fault) -> faults.add(path + "." + field, fault.key(), fault.words()));
        return old == null
                ? read.withPolicies(granted)
                : read.withOptions(keepingIds(old, read)).withPolicies(keepingIds(old.policies(), granted));
    }

    /** Blames what the tables together do not allow. */
    public void check(List<TableSchema> wanted, List<String> paths, Faults faults) {
        for (int i = 0; i < wanted.size(); i++) {
            Relations.check(wanted.get(i), wanted, paths.get(i) + ".fields_config", faults);
        }
        faults.throwIfAny();
        for (int i = 0; i < wanted.size(); i++) {
            patterns.check(wanted.get(i), paths.get(i) + ".fields_config");
            policies.check(wanted.get(i), wanted, paths.get(i) + ".policies", faults);
        }
        faults.throwIfAny();
    }

    /** What becoming these tables would do; nothing is changed or locked. */
    public PreviewView preview(ProjectRef project, List<TableSchema> wanted) {
        return schemas.preview(project.pgSchema("dev"), tables.of(project.id()), wanted);
    }

    /** Brings the draft's tables to these, and tells the migration's id. */
    public UUID become(ProjectRef project, List<TableSchema> wanted, boolean allowDataLoss) {
        return changes.apply(project, tables.of(project.id()), wanted, project.id(), allowDataLoss);
    }

    private static JsonNode orNone(@Nullable JsonNode options) {
        return options == null || options.isNull() ? io.nocode.shared.json.Json.object() : options;
    }

    private static TableOptions keepingIds(TableSchema old, TableSchema read) {
        return read.options()
                .withIndexes(read.options().indexes().stream()
                        .map(index -> same(old, index).orElse(index))
                        .toList());
    }

    private static List<TablePolicy> keepingIds(List<TablePolicy> before, List<TablePolicy> read) {
        return read.stream()
                .map(policy -> before.stream()
                        .filter(old -> old.equals(policy.withId(old.id())))
                        .findFirst()
                        .orElse(policy))
                .distinct()
                .toList();
    }

    private static Optional<TableIndex> same(TableSchema old, TableIndex index) {
        return old.options().indexes().stream()
                .filter(before -> before.fields().equals(index.fields())
                        && before.unique() == index.unique()
                        && before.method() == index.method())
                .findFirst();
    }
}
