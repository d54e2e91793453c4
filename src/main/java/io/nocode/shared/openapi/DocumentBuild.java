package io.nocode.shared.openapi;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: completes the document that the annotation scanner left in a file. */
public final class DocumentBuild {
    private DocumentBuild() {}

    /**
     * Completes a document in place.
     *
     * @param arguments the folder of the compiled classes, which holds {@code openapi/openapi.json}
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path file = classes.resolve("openapi/openapi.json");
        ObjectNode document = (ObjectNode) Json.parse(Files.readString(file));
        if (document.has("x-complete")) {
            return;
        }
        new Records(classes).complete(document);
        new Operations().complete(document);
        document.put("x-complete", true);
        Files.writeString(
                file, Json.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document));
    }
}
