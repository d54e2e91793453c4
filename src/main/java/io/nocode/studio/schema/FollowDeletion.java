package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Locale;

/**
 * Has a soft deletion do to the rows that point to the row what their relations say, and a restoration take it back.
 *
 * @param moment before a row is restored, or after it was deleted or restored
 */
public record FollowDeletion(TableSchema owner, Moment moment) implements Ddl {
    /** When it acts. */
    public enum Moment {
        BEFORE("br", "old.deleted_at is not null and new.deleted_at is null", "may_return"),
        AFTER("ad", "old.deleted_at is distinct from new.deleted_at", "follow_deletion");

        private final String prefix;
        private final String when;
        private final String function;

        Moment(String prefix, String when, String function) {
            this.prefix = prefix;
            this.when = when;
            this.function = function;
        }

        Identifier trigger(TableSchema owner) {
            return Identifier.of(prefix + "_" + owner.id().toString().replace("-", ""));
        }
    }

    @Override
    public Phase phase() {
        return Phase.RELATE;
    }

    @Override
    public String lock() {
        return "SHARE ROW EXCLUSIVE";
    }

    @Override
    public String about() {
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create trigger " + moment.trigger(owner) + " " + moment.name().toLowerCase(Locale.ROOT) + " update of "
                + SoftDelete.COLUMN + " on "
                + Ddl.name(pgSchema, owner.table()) + " for each row when (" + moment.when
                + ") execute function nocode." + moment.function + "()";
    }
}
