package io.nocode.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST application; its resources and providers are found by their annotations. */
@ApplicationPath("/api")
public class Api extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Jersey's own description of the resources: ours is the OpenAPI document.
                "jersey.config.server.wadl.disableWadl", true,
                // Jersey's JSON-B: bodies are read by JsonBodyReader alone.
                "jersey.config.jsonFeature", "none",
                "jersey.config.server.disableMoxyJson", true);
    }
}
