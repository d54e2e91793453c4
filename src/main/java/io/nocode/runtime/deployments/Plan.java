package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.DropLinks;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from the tables of one version to those of another. */
record Plan(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted, List<Ddl> steps) {
    static Plan of(Identifier pgSchema, Optional<LiveVersion> live, List<TableSchema> wanted) {
        List<TableSchema> now = live.map(LiveVersion::tables).orElse(List.of());
        return new Plan(pgSchema, now, wanted, SchemaDiff.between(now, wanted));
    }

    /** What would be lost; to be counted. */
    List<Ddl.Loss> losses() {
        return steps.stream().flatMap(step -> step.loss(pgSchema).stream()).toList();
    }

    /** The tables (by their names now) from which data would be taken. */
    List<Identifier> tablesThatLose() {
        Stream<Identifier> links = steps.stream()
                .filter(step -> step instanceof DropLinks && step.phase() == Ddl.Phase.LOOSEN)
                .map(step -> CreateLinks.table(((DropLinks) step).field()));
        return Stream.concat(losses().stream().map(loss -> Identifier.of(loss.table())), links)
                .distinct()
                .toList();
    }

    /** Each step as its kind, lock and effect. */
    ArrayNode describe() {
        ArrayNode all = Json.array();
        for (Ddl step : steps) {
            all.addObject()
                    .put("action", kind(step))
                    .put("sql", step.sql(pgSchema))
                    .put("lock", step.lock())
                    .put("effect", step.effect().name().toLowerCase(Locale.ROOT));
        }
        return all;
    }

    private static String kind(Ddl step) {
        return step.getClass()
                .getSimpleName()
                .chars()
                .mapToObj(c -> Character.isUpperCase(c) ? "_" + (char) Character.toLowerCase(c) : "" + (char) c)
                .collect(Collectors.joining())
                .substring(1);
    }
}
