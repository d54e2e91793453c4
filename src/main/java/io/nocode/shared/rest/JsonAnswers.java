package io.nocode.shared.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;

/**
 * Writes answer records, maps, lists and trees as JSON, here and not in a body writer, since servers bring writers of
 * their own and rank them as they like. Each answer to GET of one resource gets its strong tag on the way, and who has
 * it already is answered 304.
 */
@Provider
public class JsonAnswers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null || !isJson(entity)) {
            return;
        }
        MediaType type = response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
        byte[] bytes = Json.bytes(entity);
        if (request.getMethod().equals("GET")
                && response.getStatus() == 200
                && !(entity instanceof Untagged)
                && !response.getHeaders().containsKey(HttpHeaders.ETAG)
                && unchanged(response, bytes)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, new Annotation[0], type);
        }
    }

    private static boolean unchanged(ContainerResponseContext response, byte[] bytes) {
        String tag = Preconditions.tag(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = RequestContext.get().ifNoneMatch();
        return known != null && Preconditions.names(known.replace("W/", ""), () -> tag);
    }

    private static boolean isJson(Object entity) {
        return entity instanceof Record
                || entity instanceof JsonNode
                || entity instanceof Map
                || entity instanceof Collection;
    }
}
