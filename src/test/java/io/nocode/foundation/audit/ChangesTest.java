package io.nocode.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    @Test
    void whatDiffersIsToldInTheSameOrderEachTime() {
        var changes = Changes.between(
                Map.of("role", "VIEWER", "city", "Paris", "name", "same"),
                Map.of("role", "ADMIN", "city", "Lyon", "name", "same"));
        assertThat(Json.text(changes))
                .isEqualTo("{\"city\":{\"from\":\"Paris\",\"to\":\"Lyon\"},"
                        + "\"role\":{\"from\":\"VIEWER\",\"to\":\"ADMIN\"}}");
    }
}
