package io.nocode.runtime.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The server dies in the middle of an import. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class ImportRestartIT {
    private static final int ROWS = 200_000;

    @Test
    void itGoesOnAndTakesNoRowTwiceAndLosesNone() {
        Things things = Things.create();
        StringBuilder file = new StringBuilder("name,price\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("n").append(i).append(i % 1_000 == 0 ? ",bad\n" : ",1\n");
        }
        String path = things.path("thing") + "import/";
        String id = things.owner()
                .upload(path, "things.csv", file.toString().getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .id();
        Wait.until(
                () -> things.owner().get(path + id + "/").at("succeeded").asLong(), taken -> taken > 0 && taken < ROWS);

        TestInstallation.get().killAndRestart();

        long before =
                things.owner().get(path + id + "/").expect(200).at("succeeded").asLong();
        assertThat(before).isLessThan(ROWS);
        JsonNode done = things.ended("thing", id);
        assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.path("succeeded").asInt()).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(done.path("failed").asInt()).isEqualTo(ROWS / 1_000);
        assertThat(done.path("errors")).hasSize(ROWS / 1_000);
        assertThat(things.owner().get(things.path("thing")).at("count").asInt()).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(things.owner()
                        .get(things.path("thing") + "aggregate/?measures=count_distinct:name")
                        .at("results/0/count_distinct:name")
                        .asInt())
                .isEqualTo(ROWS - ROWS / 1_000);
    }
}
