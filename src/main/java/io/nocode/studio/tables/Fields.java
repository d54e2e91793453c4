package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Json;
import io.nocode.shared.json.MergePatch;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FieldJson;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What people do with single fields of a table; each change is a change of the table. */
@ApplicationScoped
@Transactional
public class Fields {
    @Inject
    private Schemas schemas;

    @Inject
    private TableRepository repository;

    @Inject
    private ProjectDirectory projects;

    public Page<ObjectNode> list(UUID table, PageRequest asked) {
        return Page.slice(asked, seen(table).fields()).map(FieldJson::write);
    }

    public ObjectNode get(UUID table, UUID id) {
        return FieldJson.write(field(seen(table), id));
    }

    public ObjectNode add(UUID table, JsonNode body) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        TableSchema now = design.schema();
        Faults faults = new Faults();
        ObjectNode sent = object(body);
        Field added = read(sent, now.fields().size(), List.of(), faults);
        if (now.field(added.name()).isPresent()) {
            faults.add("name", "field.taken");
        }
        faults.throwIfAny();
        List<Field> fields = new ArrayList<>(now.fields());
        fields.add(added);
        return change(design, fields, added.id(), false);
    }

    public ObjectNode put(UUID table, UUID id, JsonNode body) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        Field old = field(design.schema(), id);
        Preconditions.check(() -> FieldJson.write(old));
        return replace(design, old, object(body));
    }

    public ObjectNode patch(UUID table, UUID id, JsonNode body) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        Field old = field(design.schema(), id);
        Preconditions.check(() -> FieldJson.write(old));
        ObjectNode patch = object(body);
        ObjectNode now = FieldJson.write(old);
        if (patch.has("type") && !patch.path("type").asText().equals(old.type().name())) {
            // The options of the old type mean nothing to the new one.
            old.type().options().fieldNames().forEachRemaining(now::remove);
        }
        return replace(design, old, object(MergePatch.apply(now, patch)));
    }

    public void delete(UUID table, UUID id, boolean allowDataLoss) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        Field old = field(design.schema(), id);
        Preconditions.check(() -> FieldJson.write(old));
        List<Field> fields = design.schema().fields().stream()
                .filter(field -> !field.id().equals(id))
                .toList();
        become(design, fields, allowDataLoss);
    }

    private ObjectNode replace(TableDesign design, Field old, ObjectNode sent) {
        if (sent.hasNonNull("id") && !sent.path("id").asText().equals(old.id().toString())) {
            throw CommonProblem.INVALID.at("id", "field.fixed");
        }
        sent.put("id", old.id().toString());
        TableSchema now = design.schema();
        Faults faults = new Faults();
        Field wanted = read(sent, old.position(), now.fields(), faults);
        now.field(wanted.name())
                .filter(other -> !other.id().equals(old.id()))
                .ifPresent(other -> faults.add("name", "field.taken"));
        faults.throwIfAny();
        List<Field> fields = now.fields().stream()
                .map(field -> field.id().equals(old.id()) ? wanted : field)
                .toList();
        return change(design, fields, old.id(), false);
    }

    private ObjectNode change(TableDesign design, List<Field> fields, UUID id, boolean allowDataLoss) {
        become(design, fields, allowDataLoss);
        return FieldJson.write(field(repository.find(design.id()).schema(), id));
    }

    private void become(TableDesign design, List<Field> fields, boolean allowDataLoss) {
        List<Field> ordered = new ArrayList<>(fields);
        ordered.sort(Comparator.comparingInt(Field::position));
        SchemaReading reading = new SchemaReading();
        TableSchema wanted = reading.with(design.schema(), ordered);
        schemas.become(design, wanted, reading.faults(), allowDataLoss);
    }

    private TableSchema seen(UUID table) {
        TableDesign design = repository.find(table);
        projects.require(design.projectId(), Action.STUDIO_SEE);
        return design.schema();
    }

    private static Field field(TableSchema table, UUID id) {
        return table.field(id).orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    private static ObjectNode object(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw CommonProblem.INVALID.at("body", "field.must_be_object");
        }
        Faults faults = new Faults();
        TextCheck.check(body, "", faults);
        faults.throwIfAny();
        return object;
    }

    private static Field read(ObjectNode sent, int place, List<Field> known, Faults faults) {
        var read = TableSchemaJson.readField(sent, place, known, faults);
        faults.throwIfAny();
        return read.orElseThrow(() -> CommonProblem.INVALID.at("body", Json.text(sent)));
    }
}
