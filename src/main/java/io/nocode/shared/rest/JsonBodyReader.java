package io.nocode.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads request records and trees from JSON; every fault of the body is named at once. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Object> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord() || JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonNode tree = read(body);
        if (JsonNode.class.isAssignableFrom(type)) {
            return tree;
        }
        // A POST without a body says as much as an empty object: where something is required, the answer names it. A
        // PUT without one would replace what is there by nothing, and is refused.
        boolean empty = tree.isMissingNode() && RequestContext.get().method().equals("POST");
        return Body.as(empty ? Json.object() : tree, type);
    }

    private static JsonNode read(InputStream body) throws IOException {
        try {
            return Json.read(body);
        } catch (JsonProcessingException malformed) {
            BodyLimit.drain(body);
            throw malformed;
        }
    }
}
