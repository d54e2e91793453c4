package io.nocode.runtime.records;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.ReadSql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The strong tags of rows. A tag is made of the row's id, its version and the form of its table, so that it is known without a look
 * at the row's content. A row with only some fields has a tag of its own, which {@code If-Match} takes as well; and where
 * people see different things of a row, the tag is of what was seen too. From whom the version is hidden gets a mark of it
 * that tells only whether it is still the same.
 */
@ApplicationScoped
class RowTags {
    @Inject
    private Rows rows;

    @Inject
    private Vault vault;

    /**
     * The tag of a row's answer.
     *
     * @param fields as in the parameter of that name
     */
    String of(OpenTable open, StoredRow row, @Nullable String fields) {
        String whole = start(open.table(), row.id())
                + (isHidden(open) ? mark(open, row.id(), row.version()) : String.valueOf(row.version()));
        if (!open.permits().isWhole(open.table())) {
            whole += "." + Integer.toHexString(Arrays.hashCode(row.json()));
        }
        return (fields == null ? whole : whole + "." + Integer.toHexString(fields.hashCode())) + '"';
    }

    /** Whether {@code If-None-Match} names the tag: by weak comparison (RFC 9110, section 13.1.2). */
    static boolean isNamed(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",", -1)) {
            String named = one.strip();
            if (named.equals("*")
                    || named.equals(tag)
                    || (named.startsWith("W/") && named.substring(2).equals(tag))) {
                return true;
            }
        }
        return false;
    }

    /** The versions of the row that {@code If-Match} takes; null for any. */
    @Nullable
    List<Long> versions(@Nullable String ifMatch, OpenTable open, UUID id) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        return isHidden(open) ? marked(ifMatch, open, id) : named(ifMatch, start(open.table(), id));
    }

    private static List<Long> named(String ifMatch, String start) {
        List<Long> versions = new ArrayList<>();
        for (String one : ifMatch.split(",", -1)) {
            String tag = one.strip();
            if (tag.startsWith(start) && tag.endsWith("\"") && tag.length() > start.length()) {
                String version = tag.substring(start.length(), tag.length() - 1).split("\\.", 2)[0];
                if (version.matches("[0-9]{1,18}")) {
                    versions.add(Long.valueOf(version));
                }
            }
        }
        return versions;
    }

    /** The row's version, where one of the tags has its mark. */
    private List<Long> marked(String ifMatch, OpenTable open, UUID id) {
        return rows.one(new ReadSql(open.table(), open.permits()).find(id, List.of()), List.of())
                .filter(row -> ifMatch.contains(start(open.table(), id) + mark(open, id, row.version())))
                .map(row -> List.of(row.version()))
                .orElse(List.of());
    }

    private static boolean isHidden(OpenTable open) {
        Column version = open.table().column("version");
        return version != null
                && !(open.permits().reads(open.table(), version)
                        && open.permits().shown(open.table(), version) == Condition.ANYTHING);
    }

    private String mark(OpenTable open, UUID id, long version) {
        return vault.mark("row " + open.environment() + " " + id + " " + version);
    }

    private static String start(LiveTable table, UUID id) {
        return '"' + Long.toHexString(id.getLeastSignificantBits()) + "." + table.fingerprint() + ".";
    }
}
