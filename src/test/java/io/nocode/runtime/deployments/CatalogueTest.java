package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final TableChange NOTHING_RENAMED =
            new TableChange(Identifier.of("p_prod"), List.of(), List.of(), List.of());

    @Test
    void aDeploymentIsExpectedAndAChangeByHandIsStillTold() {
        Map<String, String> noted = Map.of("orders/table/orders", "table", "orders/column/a", "text");
        Map<String, String> before = with(noted, "orders/index/by_hand", "create index");
        Map<String, String> after = with(before, "orders/column/b", "integer");
        Map<String, String> expected = Catalogue.expected(noted, before, after, NOTHING_RENAMED);
        assertThat(expected).isEqualTo(with(noted, "orders/column/b", "integer"));
        assertThat(Drift.between(expected, after))
                .containsExactly(new Drift("index", "orders", "by_hand", "", "create index"));
    }

    @Test
    void whatADeploymentTakesAwayIsExpectedNoMore() {
        Map<String, String> noted = Map.of("orders/column/a", "text", "orders/column/b", "text");
        Map<String, String> after = Map.of("orders/column/a", "text");
        assertThat(Catalogue.expected(noted, noted, after, NOTHING_RENAMED)).isEqualTo(after);
    }

    @Test
    void aDroppedOrChangedColumnIsToldWithWhatWasExpected() {
        assertThat(Drift.between(
                        Map.of("orders/column/a", "text", "orders/column/b", "integer"),
                        Map.of("orders/column/b", "bigint")))
                .containsExactly(
                        new Drift("column", "orders", "a", "text", ""),
                        new Drift("column", "orders", "b", "integer", "bigint"));
    }

    @Test
    void whatIsBuiltAfterwardsMayBeThereOrNot() {
        Map<String, String> expected = Map.of("orders/index/later", Drift.ANY);
        assertThat(Drift.between(expected, Map.of())).isEmpty();
        assertThat(Drift.between(expected, Map.of("orders/index/later", "create index")))
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> objects, String key, String definition) {
        Map<String, String> more = new TreeMap<>(objects);
        more.put(key, definition);
        return more;
    }
}
