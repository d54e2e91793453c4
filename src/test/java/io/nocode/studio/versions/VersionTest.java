package io.nocode.studio.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.documents.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void equalContentsHaveOneAddressWhateverTheirOrderAndDigits() {
        String one = Canonical.hash(Json.parse("{\"a\": 1.50, \"b\": [{\"y\": 1e2, \"x\": null}]}"));
        String other = Canonical.hash(Json.parse("{\"b\": [{\"x\": null, \"y\": 100}], \"a\": 1.5}"));
        assertThat(one).isEqualTo(other).matches("[0-9a-f]{64}");
        assertThat(Canonical.hash(Json.parse("{\"a\": 1.51}"))).isNotEqualTo(one);
    }

    @Test
    void theOrderWithinAListMatters() {
        assertThat(Canonical.hash(Json.parse("[1, 2]"))).isNotEqualTo(Canonical.hash(Json.parse("[2, 1]")));
    }

    @Test
    void everythingThatIsWrongIsFoundWithItsPlace() {
        JsonNode pages = Json.parse("""
                [{"route": "/", "is_home": true, "components": [
                   {"component_type": "Card", "config": {}, "children": [
                     {"component_type": "DataTable", "config": {"table": "gone"}, "children": []},
                     {"component_type": "Toaster", "config": {}, "children": []},
                     {"component_type": "Text", "config": {"level": "h9"}, "children": []}]}]},
                 {"route": "/x", "is_home": true, "components": []}]""");
        assertThat(ProjectCheck.of(List.of(), pages))
                .extracting(finding -> finding.code() + " " + finding.where())
                .containsExactly(
                        "TWO_HOME_PAGES /x",
                        "TABLE_GONE / DataTable config.table",
                        "COMPONENT_TYPE_GONE / Toaster",
                        "CONFIG_INVALID / Text config.level");
    }
}
