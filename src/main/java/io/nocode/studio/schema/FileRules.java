package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be uploaded to a field. A rule that is changed holds for uploads from then on.
 *
 * @param maxSize in bytes; null for as much as the installation takes
 * @param accept media types such as {@code application/pdf} or {@code image/*}; none for any
 * @param multiple whether the field holds a list of files
 */
public record FileRules(@Nullable Long maxSize, List<String> accept, boolean multiple) {
    static final List<Option> OPTIONS = List.of(
            Option.optional("max_size", "integer"),
            Option.of("accept", "array", List.of()),
            Option.of("multiple", "boolean", false));

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/(\\*|[a-z0-9][a-z0-9!#$&^_.+-]{0,99})");
    private static final int MOST_TYPES = 50;

    /** Reads the rules; the types are among those that {@code possible} names, if it names any. */
    static FileRules read(OptionReader options, List<String> possible) {
        List<String> accept = new ArrayList<>();
        JsonNode given = options.node("accept");
        if (!given.isMissingNode() && !given.isArray()) {
            options.refuse("accept", "field.must_be.array");
        } else if (given.size() > MOST_TYPES) {
            options.refuse("accept", "field.too_many", MOST_TYPES);
        } else {
            for (JsonNode each : given) {
                String type = each.isTextual() ? each.textValue().toLowerCase(Locale.ROOT) : "";
                if (!MEDIA_TYPE.matcher(type).matches()) {
                    options.refuse("accept", "field.option.media_type", each.asText());
                } else if (!possible.isEmpty() && possible.stream().noneMatch(one -> matches(type, one))) {
                    options.refuse("accept", "field.must_be.one_of", String.join(", ", possible));
                } else if (!accept.contains(type)) {
                    accept.add(type);
                }
            }
        }
        return new FileRules(
                options.wholeOrNull("max_size", 1, Integer.MAX_VALUE),
                List.copyOf(accept),
                options.flag("multiple", false));
    }

    /** Whether a file of this type may come. */
    boolean accepts(String contentType) {
        return accept.isEmpty() || accept.stream().anyMatch(one -> matches(one, contentType));
    }

    private static boolean matches(String accepted, String contentType) {
        return accepted.endsWith("/*")
                ? contentType.startsWith(accepted.substring(0, accepted.length() - 1))
                : accepted.equals(contentType);
    }

    ObjectNode options() {
        ObjectNode json = Json.object().put("max_size", maxSize);
        json.set("accept", Json.tree(accept));
        return json.put("multiple", multiple);
    }
}
