package io.nocode.foundation.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A team of a member: among the permissions it stands as {@code team:sales}. */
public final class Team {
    private static final String PREFIX = "team:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-z0-9][a-z0-9_-]{0,62}");

    private Team() {}

    /** Whether a permission names a team. */
    public static boolean isNamedBy(String permission) {
        return FORM.matcher(permission).matches();
    }

    /** The teams among permissions. */
    static Set<String> all(JsonNode permissions) {
        return StreamSupport.stream(permissions.spliterator(), false)
                .map(JsonNode::asText)
                .filter(Team::isNamedBy)
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
