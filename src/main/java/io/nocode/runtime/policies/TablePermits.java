package io.nocode.runtime.policies;

import io.nocode.runtime.query.Asker;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.studio.schema.Act;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What one caller may do with the tables of a project; made for one request, each table when it is first asked of. */
final class TablePermits implements Permits {
    private final Standing who;
    private final Asker asker;
    private final Map<LiveTable, Map<Act, Grant>> grants = new IdentityHashMap<>();

    TablePermits(Standing who, Asker asker) {
        this.who = who;
        this.asker = asker;
    }

    @Override
    public boolean may(LiveTable table, Act act) {
        Grant grant = grant(table, act);
        return grant.everything() || !grant.parts().isEmpty();
    }

    /** Whether anything may be done with any of its rows. */
    boolean mayAnything(LiveTable table) {
        return Arrays.stream(Act.values()).anyMatch(act -> may(table, act));
    }

    @Override
    public boolean reads(LiveTable table, Column column) {
        return column.isId() ? may(table, Act.READ) : grant(table, Act.READ).names(column);
    }

    @Override
    public Condition rows(LiveTable table) {
        return grant(table, Act.READ).rows();
    }

    @Override
    public Condition shown(LiveTable table, Column column) {
        return column.isId() ? Condition.ANYTHING : grant(table, Act.READ).rowsOf(column);
    }

    @Override
    public boolean isWhole(LiveTable table) {
        return grant(table, Act.READ).everything();
    }

    @Override
    public boolean sets(LiveTable table, Act act, Column column) {
        return grant(table, act).names(column);
    }

    @Override
    public Condition touches(LiveTable table, Act act, Collection<Column> set) {
        return grant(table, act).rowsOf(set);
    }

    @Override
    public Condition check(LiveTable table, Act act, Collection<Column> set) {
        return grant(table, act).checkOf(set);
    }

    private Grant grant(LiveTable table, Act act) {
        Map<Act, Grant> known = grants.computeIfAbsent(table, each -> new EnumMap<>(Act.class));
        if (known.isEmpty()) {
            Ruling ruling = Ruling.of(table.schema().policies(), who);
            for (Act each : Act.values()) {
                known.put(
                        each,
                        ruling.free().contains(each)
                                ? Grant.EVERYTHING
                                : Grant.of(table, ruling.policies().getOrDefault(each, List.of()), asker));
            }
        }
        return java.util.Objects.requireNonNull(known.get(act));
    }
}
