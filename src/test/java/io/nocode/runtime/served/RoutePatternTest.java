package io.nocode.runtime.served;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePatternTest {
    @ParameterizedTest
    @CsvSource({
        "/, /, true",
        "/, /orders, false",
        "/orders, /orders/, true",
        "/orders/:id, /orders/7, true",
        "/orders/:id, /orders/, false",
        "/orders/:id, /orders/7/lines, false",
        "/orders/:id/lines, /orders/7/lines, true"
    })
    void aPathFitsItsRoute(String route, String path, boolean fits) {
        assertThat(RoutePattern.of(route).matches(path)).isEqualTo(fits);
    }
}
