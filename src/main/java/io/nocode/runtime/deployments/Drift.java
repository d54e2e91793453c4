package io.nocode.runtime.deployments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A difference between what an environment is to hold and what PostgreSQL holds: somebody changed it by hand.
 *
 * @param kind table, column, constraint, index or trigger
 * @param table the table that it is in
 * @param name its name; the table's own for a table
 * @param expected empty where it should not be there
 * @param found empty where it is not there
 */
public record Drift(String kind, String table, String name, String expected, String found) {
    /** What may be there or not: an index of a large table, which is built after the deployment. */
    static final String ANY = "*";

    /**
     * The differences between two catalogues.
     *
     * @param expected by key, as {@link Catalogue} writes them
     */
    static List<Drift> between(Map<String, String> expected, Map<String, String> found) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        List<Drift> drift = new ArrayList<>();
        for (String key : keys) {
            String should = expected.getOrDefault(key, "");
            String is = found.getOrDefault(key, "");
            if (!should.equals(is) && !should.equals(ANY)) {
                String[] parts = key.split("/", 3);
                drift.add(new Drift(parts[1], parts[0], parts[2], should, is));
            }
        }
        return List.copyOf(drift);
    }

    /** Whether this is about a table or column of a table that is not there any more. */
    boolean isMissing(String ofTable) {
        return table.equals(ofTable) && (kind.equals("table") || kind.equals("column")) && found.isEmpty();
    }

    /**
     * Whether a deployment cannot go on over this: what it builds on is not there or is another, or the work of somebody
     * else would go.
     *
     * @param changed whether the deployment changes the table
     * @param dropped whether it takes the table away
     */
    boolean standsAgainst(boolean changed, boolean dropped) {
        return isMissing(table) || dropped || (changed && (kind.equals("table") || kind.equals("column")));
    }
}
