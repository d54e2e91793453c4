package io.nocode.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.net.http.HttpHeaders;

/** What the server answered. */
public record Answer(String request, int status, HttpHeaders headers, String text) {
    /** Fails, showing the whole answer, unless the status is this one. */
    public Answer expect(int wanted) {
        assertThat(status).as("%s answered %s %s", request, status, text).isEqualTo(wanted);
        return this;
    }

    /** Fails unless this is a problem with that status and code. */
    public Answer refused(int wanted, String code) {
        expect(wanted);
        assertThat(json().path("code").asText())
                .as("%s answered %s", request, text)
                .isEqualTo(code);
        assertThat(json().path("request_id").asText()).isNotEmpty();
        assertThat(json().path("error").asText()).isNotEmpty();
        return this;
    }

    /** Fails unless the details of a problem blame this field. */
    public Answer blaming(String field) {
        assertThat(json().path("details").has(field))
                .as("%s: details of %s blame %s", request, text, field)
                .isTrue();
        return this;
    }

    public JsonNode json() {
        return Json.parse(text);
    }

    /** A property of the answer by a JSON pointer without its first slash: {@code results/0/name}. */
    public JsonNode at(String path) {
        return json().at("/" + path);
    }

    public String id() {
        return json().path("id").asText();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The answer with only these properties, to compare with a text block. */
    public ObjectNode only(String... names) {
        return ((ObjectNode) json()).retain(names);
    }
}
