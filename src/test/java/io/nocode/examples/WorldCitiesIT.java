package io.nocode.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.TestInstallation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code examples/world-cities}, run twice by the machine's Node as its README says. */
final class WorldCitiesIT {
    private final String organization = "World " + Ids.next();

    @Test
    void theScriptImportsBothFilesAndMayBeRunAgain() throws Exception {
        assertThat(runScript()).contains("table cities: made", "34281 rows with the files: 0 differ");
        Client caller = Client.superuser();
        String rows = rowsOf(caller);
        assertThat(count(caller, rows + "countries/?page_size=1")).isEqualTo(249);
        assertThat(count(caller, rows + "cities/?page_size=1")).isEqualTo(34_032);

        JsonNode city = caller.get(rows + "cities/?name=" + encoded("Warīsān"))
                .expect(200)
                .at("results/0");
        assertThat(city.path("geonameid").asInt()).isEqualTo(290_503);
        assertThat(city.path("country_name").asText()).isEqualTo("United Arab Emirates");
        assertThat(caller.get(rows + "countries/" + city.path("country").asText() + "/")
                        .expect(200)
                        .at("official_name_ar")
                        .asText())
                .isEqualTo("الإمارات العربية المتحدة");
        assertThat(count(caller, rows + "cities/?search=warisan")).isEqualTo(1);
        assertThat(count(caller, rows + "cities/?country__isnull=true&country_name__startswith=No"))
                .isEqualTo(21);

        assertThat(runScript()).contains("table cities: is there", "34281 rows with the files: 0 differ");
        assertThat(count(caller, rows + "cities/?page_size=1")).isEqualTo(34_032);
    }

    private String runScript() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "node",
                        "examples/world-cities/import.mjs",
                        "--url",
                        TestInstallation.url(),
                        "--organization",
                        organization)
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();
        return output;
    }

    /** The URL of the project's rows, up to the table's name. */
    private String rowsOf(Client caller) {
        Answer organizations = caller.get("foundation/organizations/?search=" + encoded(organization));
        Answer projects = caller.get("studio/projects/?organization_id="
                + organizations.expect(200).at("results/0/id").asText());
        return "runtime/projects/" + projects.expect(200).at("results/0/id").asText() + "/tables/";
    }

    private static int count(Client caller, String path) {
        return caller.get(path).expect(200).at("count").asInt();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
