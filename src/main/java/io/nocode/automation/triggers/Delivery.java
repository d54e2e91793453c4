package io.nocode.automation.triggers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a webhook.
 *
 * @param headers by name in lower case
 */
record Delivery(String method, Map<String, String> headers, Map<String, String> query, byte[] body) {
    /** Headers that carry secrets, which no execution may show. */
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-signature");

    static Delivery of(String method, Map<String, String> headers, Map<String, String> query, byte[] body) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new Delivery(method, lower, query, body);
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * What the execution gets.
     *
     * @param signatureHeader left out as well
     */
    ObjectNode input(String signatureHeader) throws JsonProcessingException {
        ObjectNode input = Json.object().put("method", method);
        ObjectNode shown = input.putObject("headers");
        headers.forEach((name, value) -> {
            if (!SECRET.contains(name) && !name.equals(signatureHeader.toLowerCase(Locale.ROOT))) {
                shown.put(name, value);
            }
        });
        ObjectNode parameters = input.putObject("query");
        query.forEach(parameters::put);
        input.set("body", content());
        return input;
    }

    private JsonNode content() throws JsonProcessingException {
        String type = headers.getOrDefault("content-type", "");
        if (body.length == 0) {
            return Json.mapper().nullNode();
        }
        if (!type.contains("json")) {
            String text = new String(body, StandardCharsets.UTF_8).replace("\0", "");
            return Json.tree(text);
        }
        try {
            return Json.read(new ByteArrayInputStream(body));
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }
}
