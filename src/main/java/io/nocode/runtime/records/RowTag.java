package io.nocode.runtime.records;

import io.nocode.runtime.query.LiveTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The strong tag of a row: made of its id, its version and the form of its table, so that it is known without a look
 * at the row's content. A row with only some fields has a tag of its own, which {@code If-Match} takes as well; and where
 * people see different things of a row, the tag is of what was seen too.
 */
final class RowTag {
    private RowTag() {}

    /**
     * The tag of a row's answer.
     *
     * @param fields as in the parameter of that name
     */
    static String of(OpenTable open, StoredRow row, @Nullable String fields) {
        String whole = start(open.table(), row.id()) + row.version();
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
    static @Nullable List<Long> versions(@Nullable String ifMatch, LiveTable table, UUID id) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String start = start(table, id);
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

    private static String start(LiveTable table, UUID id) {
        return '"' + Long.toHexString(id.getLeastSignificantBits()) + "." + table.fingerprint() + ".";
    }
}
