package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.AppRepository;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What an application shows to everybody: the public pages of what is live, and never anything of a draft. */
@ApplicationScoped
@Transactional
public class ServedApps {
    private static final String STAGING = "--staging";

    @Inject
    private AppRepository apps;

    @Inject
    private LiveVersions live;

    /**
     * What is served under a name.
     *
     * @param bundle {@code {name, version, environment, pages}}
     */
    public record Served(boolean stopped, ObjectNode bundle) {}

    /**
     * The application under a name, if something of it is live.
     *
     * @param name a slug, or one with {@code --staging} behind it
     */
    public Optional<Served> find(String name) {
        boolean staging = name.endsWith(STAGING);
        String slug = staging ? name.substring(0, name.length() - STAGING.length()) : name;
        Stage stage = staging ? Stage.STAGING : Stage.PROD;
        return apps.bySlug(slug)
                .flatMap(app -> live.find(app.projectId(), stage)
                        .map(version -> new Served(app.isStopped(), bundle(app, stage, version))));
    }

    private static ObjectNode bundle(App app, Stage stage, LiveVersion version) {
        ObjectNode bundle = Json.object()
                .put("name", app.name())
                .put("version", version.number())
                .put("environment", stage.wire());
        ArrayNode pages = bundle.putArray("pages");
        for (JsonNode page : version.content().path("pages")) {
            if (page.path("access").asText().equals("public")) {
                pages.add(page);
            }
        }
        return bundle;
    }
}
