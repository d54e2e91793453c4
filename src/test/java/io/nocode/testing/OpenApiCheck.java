package io.nocode.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Holds answers to the OpenAPI document that the build made and the server serves at {@code /api/schema/}. */
final class OpenApiCheck {
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private OpenApiCheck() {}

    /** Fails where the document does not know the operation, its status, or the form of its answer. */
    static void check(String method, URI uri, Answer answer) {
        String path = uri.getPath();
        if (!path.startsWith("/api/v1/")
                || answer.status() == 401
                || answer.status() == 404
                || answer.status() == 405) {
            return;
        }
        Optional<String> template = template(path);
        if (template.isEmpty()) {
            // Not an address of the product: what it answers there is the test's own business.
            assertThat(answer.status())
                    .as("%s is not in the OpenAPI document", path)
                    .isGreaterThanOrEqualTo(400);
            return;
        }
        String pointer = "/paths/" + escape(template.get()) + "/" + method.toLowerCase(Locale.ROOT);
        JsonNode operation = DOCUMENT.at(pointer);
        if (operation.isMissingNode()) {
            assertThat(answer.status())
                    .as("%s %s is not in the OpenAPI document", method, path)
                    .isGreaterThanOrEqualTo(400);
            return;
        }
        JsonNode response = operation.at("/responses/" + answer.status());
        assertThat(response.isMissingNode())
                .as(
                        "%s %s may answer %s, says the OpenAPI document: %s",
                        method, template.get(), answer.status(), answer.text())
                .isFalse();
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
        } else {
            pointer = pointer + "/responses/" + answer.status();
        }
        JsonNode schema = DOCUMENT.at(pointer + "/content/application~1json/schema");
        if (!schema.isMissingNode() && answer.header("Content-Type").startsWith("application/json")) {
            Set<ValidationMessage> faults =
                    schema(pointer + "/content/application~1json/schema").validate(answer.json());
            assertThat(faults)
                    .as("%s %s answered %s", method, path, answer.text())
                    .isEmpty();
        }
    }

    private static JsonSchema schema(String pointer) {
        return SCHEMAS.computeIfAbsent(pointer, at -> {
            ObjectNode whole = DOCUMENT.deepCopy();
            whole.put("$ref", "#" + at);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(whole);
        });
    }

    /** The path template that a path is of; the one with the fewest parameters, since literal segments go first. */
    private static Optional<String> template(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return DOCUMENT.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> pattern(template).matcher(plain).matches())
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private static Pattern pattern(String template) {
        String plain = template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
        StringBuilder regex = new StringBuilder();
        for (String part : plain.split("(?=\\{)|(?<=})")) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    private static String escape(String template) {
        return template.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode document() {
        try (InputStream stream = OpenApiCheck.class.getResourceAsStream("/openapi/openapi.json")) {
            return Json.mapper().readTree(stream);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
