package io.nocode.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.PublicPaths;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds to every operation what the conventions promise of all: security, errors, the headers that it understands. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Map<Integer, CommonProblem> ERRORS = new TreeMap<>(Map.of(
            400, CommonProblem.INVALID,
            401, CommonProblem.UNAUTHENTICATED,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            406, CommonProblem.NOT_ACCEPTABLE,
            409, CommonProblem.CONFLICT,
            429, CommonProblem.TOO_MANY_REQUESTS,
            500, CommonProblem.INTERNAL,
            503, CommonProblem.DATABASE_UNAVAILABLE));
    private static final Map<Integer, CommonProblem> BODY_ERRORS = new TreeMap<>(Map.of(
            413, CommonProblem.TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE));

    void complete(ObjectNode document) {
        ObjectNode paths = Json.object();
        document.path("paths").properties().forEach(path -> {
            String template = path.getKey().endsWith("/") ? path.getKey() : path.getKey() + "/";
            path.getValue().properties().forEach(operation -> {
                if (METHODS.contains(operation.getKey())) {
                    complete(template, operation.getKey(), (ObjectNode) operation.getValue());
                }
            });
            paths.set(template, path.getValue());
        });
        document.set("paths", paths);
        ObjectNode components = document.withObject("/components");
        components.withObject("/schemas").set("Problem", problemSchema());
        components.withObject("/schemas").set("ProblemDetail", problemDetailSchema());
        ERRORS.forEach((status, problem) -> error(components, status, problem));
        BODY_ERRORS.forEach((status, problem) -> error(components, status, problem));
        error(components, 412, CommonProblem.PRECONDITION_FAILED);
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        schemes.putObject("apiKey").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
        document.putArray("servers").addObject().put("url", "/");
    }

    private static void complete(String template, String method, ObjectNode operation) {
        String[] parts = template.split("/");
        if (!operation.has("tags") && parts.length > 3) {
            operation.putArray("tags").add(parts[3]);
        }
        String example = template.substring(0, template.length() - 1)
                .replace("{token}", "0".repeat(20))
                .replace("{provider}", "manual")
                .replaceAll("\\{[^}]+}", "0");
        ArrayNode security = operation.putArray("security");
        if (PublicPaths.contains(example)) {
            security.addObject();
        }
        security.addObject().putArray("bearer");
        security.addObject().putArray("apiKey");
        ObjectNode responses = operation.withObject("/responses");
        responses.forEach(Operations::asJson);
        ERRORS.keySet().forEach(status -> refer(responses, status));
        if (method.equals("post")) {
            header(
                    operation,
                    "Idempotency-Key",
                    "Sent again within 24 hours with the same body, the request is answered again and not done again.");
        }
        if (!method.equals("get")) {
            BODY_ERRORS.keySet().forEach(status -> refer(responses, status));
        }
        if (method.equals("put") || method.equals("patch") || method.equals("delete")) {
            header(operation, "If-Match", "The ETag that the change is meant for.");
            refer(responses, 412);
        }
        if (method.equals("get")) {
            header(operation, "If-None-Match", "The ETag that the caller has.");
            responses.putObject("304").put("description", "Unchanged");
        }
    }

    /** What a resource does not name the type of is JSON. */
    private static void asJson(JsonNode response) {
        if (response.get("content") instanceof ObjectNode content && content.has("*/*")) {
            content.set("application/json", content.remove("*/*"));
        }
    }

    private static void refer(ObjectNode responses, int status) {
        if (!responses.has(String.valueOf(status))) {
            responses.putObject(String.valueOf(status)).put("$ref", "#/components/responses/Problem" + status);
        }
    }

    private static void header(ObjectNode operation, String name, String description) {
        ArrayNode parameters =
                operation.get("parameters") instanceof ArrayNode known ? known : operation.putArray("parameters");
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equalsIgnoreCase(name)) {
                return;
            }
        }
        ObjectNode header = parameters.addObject();
        header.put("name", name).put("in", "header").put("description", description);
        header.putObject("schema").put("type", "string");
    }

    private static void error(ObjectNode components, int status, CommonProblem problem) {
        String sentence = Messages.text(Locale.ENGLISH, "problem." + problem.name(), 1);
        ObjectNode response = components.withObject("/responses").putObject("Problem" + status);
        response.put("description", sentence);
        ObjectNode content = response.putObject("content");
        ObjectNode json = content.putObject("application/json");
        json.putObject("schema").put("$ref", "#/components/schemas/Problem");
        ObjectNode example = json.putObject("example");
        example.put("error", sentence).putObject("details");
        example.put("code", problem.name()).put("request_id", "01890000-0000-7000-8000-000000000000");
        content.putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/ProblemDetail");
    }

    private static ObjectNode problemSchema() {
        ObjectNode schema = Json.object().put("type", "object").put("description", "Why a request was refused.");
        schema.putArray("required").add("error").add("details").add("code").add("request_id");
        ObjectNode properties = schema.putObject("properties");
        text(properties, "error", "A sentence for a person, in the language of Accept-Language.");
        properties
                .putObject("details")
                .put("type", "object")
                .put("description", "What is wrong with each field, by its path.");
        text(properties, "code", "For programs; never changes.");
        text(properties, "request_id", "As in X-Request-Id.");
        return schema;
    }

    private static ObjectNode problemDetailSchema() {
        ObjectNode schema = problemSchema().put("description", "The same, as RFC 9457.");
        schema.putArray("required").add("type").add("title").add("status").add("code");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.remove("error");
        text(properties, "type", "A URI of the kind of problem.");
        text(properties, "title", "A sentence for a person.");
        properties.putObject("status").put("type", "integer");
        return schema;
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
