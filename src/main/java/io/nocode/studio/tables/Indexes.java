package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.schema.ConstraintNames;
import io.nocode.studio.schema.TableIndex;
import io.nocode.studio.schema.TableOptions;
import io.nocode.studio.schema.TableOptionsJson;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What people do with the indexes of a table; each change is a change of the table. */
@ApplicationScoped
@Transactional
public class Indexes {
    private static final int MOST = 30;

    @Inject
    private Schemas schemas;

    public Page<IndexView> list(UUID table, PageRequest asked) {
        TableSchema seen = schemas.seen(table, Action.STUDIO_SEE).schema();
        return Page.slice(asked, seen.options().indexes()).map(index -> view(seen, index));
    }

    public IndexView add(UUID table, CreateSchemaIndex asked) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        Faults faults = new Faults();
        ObjectNode sent = Json.object()
                .put("unique", Boolean.TRUE.equals(asked.unique()))
                .put("type", asked.type() == null ? "btree" : asked.type());
        sent.set("fields", Json.tree(asked.fields()));
        sent.put("id", Ids.next().toString());
        var read = TableOptionsJson.readIndex(sent, "", design.schema().fields(), faults);
        if (design.schema().options().indexes().size() >= MOST) {
            faults.add("fields", "field.too_many", MOST);
        }
        faults.throwIfAny();
        TableIndex index = read.orElseThrow(CommonProblem.INVALID::because);
        become(design, indexes -> {
            List<TableIndex> more = new ArrayList<>(indexes);
            more.add(index);
            return more;
        });
        return view(design.schema(), index);
    }

    public void delete(UUID table, UUID id) {
        TableDesign design = schemas.locked(table, Action.STUDIO_EDIT);
        TableIndex gone = design.schema().options().indexes().stream()
                .filter(index -> index.id().equals(id))
                .findFirst()
                .orElseThrow(CommonProblem.NOT_FOUND::because);
        Preconditions.check(() -> view(design.schema(), gone));
        become(
                design,
                indexes ->
                        indexes.stream().filter(index -> !index.id().equals(id)).toList());
    }

    private void become(TableDesign design, UnaryOperator<List<TableIndex>> change) {
        TableSchema now = design.schema();
        TableOptions options =
                now.options().withIndexes(change.apply(now.options().indexes()));
        schemas.become(design, now.withOptions(options), new Faults(), false);
    }

    private static IndexView view(TableSchema table, TableIndex index) {
        return new IndexView(
                index.id(),
                table.id(),
                index.fields().stream()
                        .flatMap(field -> table.field(field).stream())
                        .map(io.nocode.studio.schema.Field::name)
                        .toList(),
                index.unique(),
                index.method().wireName(),
                ConstraintNames.of(ConstraintNames.Kind.TX, index.id()).name());
    }
}
