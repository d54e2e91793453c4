package io.nocode.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nocode.shared.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    public enum Colour {
        RED,
        BLUE
    }

    public record Line(@NotBlank String product, Integer quantity) {}

    public record Order(
            @NotBlank @Size(max = 5) String clientName,
            BigDecimal total,
            Colour colour,
            Boolean paid,
            List<Line> lines) {}

    private static Order read(String json) {
        return Body.as(Json.parse(json), Order.class);
    }

    private static Problem refusal(String json) {
        return catchThrowableOfType(Problem.class, () -> read(json));
    }

    @Test
    void aBodyBecomesARecordWithItsDigitsAsTheyWere() {
        Order order = read("""
                {"client_name": "Zoé", "total": 12.50, "colour": "RED", "paid": true,
                 "lines": [{"product": "tea", "quantity": 3}]}
                """);
        assertThat(order.total()).isEqualTo(new BigDecimal("12.50"));
        assertThat(order.lines()).containsExactly(new Line("tea", 3));
    }

    @Test
    void everyWrongValueIsNamedAtOnceByItsPath() {
        Problem refusal = refusal("""
                {"client_name": "far too long", "total": "x", "colour": "GREEN", "paid": 1,
                 "lines": [{"product": "tea"}, {"product": 7, "quantity": "3"}, null]}
                """);
        assertThat(refusal.reason().name()).isEqualTo("INVALID");
        assertThat(refusal.details().keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "client_name", "total", "colour", "paid", "lines[1].product", "lines[1].quantity", "lines[2]");
    }

    @Test
    void brokenConstraintsAreNamedInSnakeCase() {
        assertThat(refusal("{\"client_name\": \"far too long\", \"lines\": []}").details())
                .containsOnlyKeys("client_name");
        assertThat(refusal("{}").details()).containsOnlyKeys("client_name");
    }

    @Test
    void anUnknownPropertyIsRefusedAndNamed() {
        Problem refusal =
                refusal("{\"client_name\": \"a\", \"owner\": 1, \"lines\": [{\"product\": \"a\", \"id\": 2}]}");
        assertThat(refusal.reason().name()).isEqualTo("UNKNOWN_FIELD");
        assertThat(refusal.details()).containsOnlyKeys("owner", "lines[0].id");
    }

    @Test
    void textThatPostgresqlCannotHoldIsRefused() {
        assertThat(refusal("{\"client_name\": \"a\\u0000\"}").details()).containsOnlyKeys("client_name");
        assertThat(refusal("{\"client_name\": \"\\ud800\"}").details()).containsOnlyKeys("client_name");
        assertThat(read("{\"client_name\": \"\\ud83d\\ude00\"}").clientName()).isEqualTo("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1, \"a\": 2}", "{\"a\": NaN}", "{\"a\": 1} {}", "{\"a\": ", "{'a': 1}", "{\"a\": 01}"})
    void whatIsNotStrictJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThatThrownBy(() -> Json.read(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aMergePatchChangesWhatItNamesAndClearsWhatItNulls() {
        Order now = new Order("Ann", new BigDecimal("1.10"), Colour.RED, true, List.of());
        Order patched = Body.merged(now, Json.parse("{\"paid\": null, \"colour\": \"BLUE\"}"), Order.class);
        assertThat(patched).isEqualTo(new Order("Ann", new BigDecimal("1.10"), Colour.BLUE, null, List.of()));
    }
}
