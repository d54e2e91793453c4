package io.nocode.runtime.query;

import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.TablePolicy;
import io.nocode.studio.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the policies of designed tables mean, held against these tables. */
public final class PolicyCheck {
    private static final Identifier NOWHERE = Identifier.of("nowhere");

    private PolicyCheck() {}

    /** Blames every condition of a table's policies that means nothing, below the path of their list. */
    public static void check(TableSchema table, List<TableSchema> all, String path, Faults faults) {
        LiveTable live = Objects.requireNonNull(LiveTable.all(NOWHERE, all).get(table.name()));
        for (int i = 0; i < table.policies().size(); i++) {
            TablePolicy policy = table.policies().get(i);
            String place = path.isEmpty() ? "" : path + "[" + i + "].";
            PolicyFilter.check(live, policy.filter(), place + "filter", faults);
            PolicyFilter.check(live, policy.check(), place + "check", faults);
        }
    }

    /** The tables as they are wanted, with policies that nobody has touched following fields to their new names. */
    public static List<TableSchema> follow(List<TableSchema> now, List<TableSchema> wanted) {
        Map<String, LiveTable> before = LiveTable.all(NOWHERE, now);
        Map<String, LiveTable> after = LiveTable.all(NOWHERE, wanted);
        Map<UUID, TableSchema> byId = now.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        return wanted.stream()
                .map(table -> Optional.ofNullable(byId.get(table.id()))
                        .map(old -> table.withPolicies(table.policies().stream()
                                .map(policy -> old.policies().contains(policy)
                                        ? follow(policy, find(before, old), find(after, table))
                                        : policy)
                                .toList()))
                        .orElse(table))
                .toList();
    }

    private static TablePolicy follow(TablePolicy policy, LiveTable before, LiveTable after) {
        return new TablePolicy(
                policy.id(),
                policy.role(),
                policy.act(),
                PolicyFilter.renamed(before, after, policy.filter()),
                policy.check() == null ? null : PolicyFilter.renamed(before, after, policy.check()),
                policy.fields() == null
                        ? null
                        : policy.fields().stream()
                                .flatMap(name -> name(before, after, name).stream())
                                .toList());
    }

    /** What a field is called now; empty where it is gone. */
    private static Optional<String> name(LiveTable before, LiveTable after, String name) {
        return before.schema()
                .field(name)
                .map(field -> after.schema().field(field.id()).map(now -> now.name()))
                .orElse(Optional.of(name));
    }

    private static LiveTable find(Map<String, LiveTable> tables, TableSchema table) {
        return Objects.requireNonNull(tables.get(table.name()));
    }
}
