package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Client;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever generates a client of the document need not send what the server does not ask for. */
class OptionalBodiesIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "studio/projects/{id}/publish/",
                "studio/projects/{id}/versions/{number}/restore/",
                "runtime/apps/{id}/deploy/",
                "runtime/apps/{id}/rollback/",
                "runtime/projects/{id}/backups/{backup}/restore/",
                "automation/workflows/{id}/execute/",
                "automation/executions/{id}/retry/"
            })
    void theDocumentSaysThatABodyMayBeMissing(String path) {
        JsonNode document =
                Client.anonymous().get("/api/schema/?format=json").expect(200).json();
        JsonNode body =
                document.path("paths").path("/api/v1/" + path).path("post").path("requestBody");
        assertThat(body.path("content").isEmpty()).isFalse();
        assertThat(body.path("required").asBoolean()).isFalse();
    }
}
