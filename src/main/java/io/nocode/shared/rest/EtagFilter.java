package io.nocode.shared.rest;

import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Gives each answer to GET of one resource its strong tag, and answers 304 to who has it already. */
@Provider
public class EtagFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (!request.getMethod().equals("GET")
                || response.getStatus() != 200
                || entity == null
                || entity instanceof Page
                || response.getHeaders().containsKey(HttpHeaders.ETAG)
                || !JsonBodyWriter.isJson(entity.getClass())) {
            return;
        }
        byte[] bytes = Json.bytes(entity);
        String tag = Preconditions.tag(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = RequestContext.get().ifNoneMatch();
        if (known != null && Preconditions.names(known.replace("W/", ""), () -> tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            MediaType type =
                    response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
            response.setEntity(bytes, new Annotation[0], type);
        }
    }
}
