package io.nocode.runtime.policies;

import io.nocode.studio.schema.Act;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a request for rows is about, as its method and path tell before anything else is read of it.
 *
 * @param table empty for the tables of the project together
 * @param acts those of which the request may be one
 */
record RowPath(UUID project, Optional<String> table, Set<Act> acts) {
    private static final String START = "v1/runtime/projects/";
    private static final Set<Act> WRITES = EnumSet.of(Act.CREATE, Act.UPDATE, Act.DELETE);

    /** Whether a path, below the application's own, is about rows at all. */
    static boolean isOfRows(String path) {
        return path.startsWith(START);
    }

    /** Empty for what is no path of rows. */
    static Optional<RowPath> of(String method, String path) {
        String[] steps = path.substring(START.length()).split("/", -1);
        UUID project;
        try {
            project = UUID.fromString(steps[0]);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        String second = steps.length > 1 ? steps[1] : "";
        String name = steps.length > 2 ? steps[2] : "";
        boolean whole = second.equals("openapi") || second.equals("schema") && name.isEmpty();
        if (whole) {
            return Optional.of(new RowPath(project, Optional.empty(), EnumSet.allOf(Act.class)));
        }
        if (name.isEmpty() || !second.equals("schema") && !second.equals("tables")) {
            return Optional.empty();
        }
        boolean rows = steps.length < 4 || steps[3].isEmpty();
        boolean form = !rows && (steps[3].equals("schema") || steps[3].equals("fields"));
        Set<Act> acts = form ? EnumSet.allOf(Act.class) : acts(method, rows);
        return Optional.of(new RowPath(project, Optional.of(URLDecoder.decode(name, StandardCharsets.UTF_8)), acts));
    }

    private static Set<Act> acts(String method, boolean rows) {
        return switch (method) {
            case "POST" -> rows ? EnumSet.of(Act.CREATE) : WRITES;
            case "PUT", "PATCH" -> EnumSet.of(Act.UPDATE);
            case "DELETE" -> EnumSet.of(Act.DELETE);
            default -> EnumSet.of(Act.READ);
        };
    }
}
