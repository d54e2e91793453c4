package io.nocode.shared.openapi;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of every endpoint. */
@Path("schema")
@ApplicationScoped
public class SchemaResource {
    private static final String YAML_TYPE = "application/yaml";
    private static final byte[] JSON = read();
    private static final byte[] YAML = yaml();

    @GET
    @Anyone
    @Operation(summary = "This document, as YAML or JSON")
    @APIResponse(responseCode = "200", description = "The document")
    public Response document(
            @HeaderParam("Accept") @Nullable String accept, @QueryParam("format") @Nullable String format) {
        if (format != null && !format.equals("json") && !format.equals("yaml")) {
            throw CommonProblem.INVALID.at("format", "field.must_be.one_of", "json, yaml");
        }
        boolean json = format == null ? accept != null && accept.contains("json") : format.equals("json");
        return Response.ok(json ? JSON : YAML, json ? "application/json" : YAML_TYPE + ";charset=UTF-8")
                .build();
    }

    private static byte[] read() {
        try (InputStream stream = SchemaResource.class.getResourceAsStream("/openapi/openapi.json")) {
            return Objects.requireNonNull(stream, "openapi/openapi.json").readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] yaml() {
        try {
            return new YAMLMapper().writeValueAsBytes(Json.parse(new String(JSON, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
