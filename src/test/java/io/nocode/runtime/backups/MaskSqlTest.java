package io.nocode.runtime.backups;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.runtime.backups.CopyRequest.Kind;
import io.nocode.runtime.backups.CopyRequest.Mask;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchemaJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskSqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"f\", \"type\": \"string\", \"required\": true} | NULL | `` | field.mask.required",
                "{\"name\": \"f\", \"type\": \"string\"} | NULL | `` | ``",
                "{\"name\": \"f\", \"type\": \"email\"} | HASH | `` | field.mask.no_hash",
                "{\"name\": \"f\", \"type\": \"string\"} | HASH | `` | ``",
                "{\"name\": \"f\", \"type\": \"string\", \"unique\": true} | FIXED | \"x\" | field.mask.unique",
                "{\"name\": \"f\", \"type\": \"integer\"} | FIXED | \"x\" | field.must_be.whole_number",
                "{\"name\": \"f\", \"type\": \"integer\"} | FIXED | 7 | ``",
                "{\"name\": \"f\", \"type\": \"integer\"} | FIXED | `` | field.required",
                "{\"name\": \"f\", \"type\": \"user\"} | FAKE | `` | field.mask.no_fake",
                "{\"name\": \"f\", \"type\": \"file\"} | NULL | `` | ``",
                "{\"name\": \"f\", \"type\": \"file\"} | FAKE | `` | field.mask.not_of_type",
                "{\"name\": \"f\", \"type\": \"image\"} | FIXED | [] | field.mask.not_of_type",
                "{\"name\": \"f\", \"type\": \"autonumber\"} | FAKE | `` | field.mask.not_of_type"
            })
    void whatCannotBeMaskedSoIsBlamed(String config, Kind kind, String value, String fault) {
        Faults faults = new Faults();
        Mask mask = new Mask("t", "f", kind, value == null || value.isEmpty() ? null : Json.parse(value));
        new MaskSql("secret").of(mask, field(config), "s.f", "masks[0]", faults);
        assertThat(faults.byField().values().stream().map(each -> each.key()).toList())
                .isEqualTo(fault == null || fault.isEmpty() ? List.of() : List.of(fault));
    }

    private static Field field(String config) {
        Faults faults = new Faults();
        List<Field> fields = TableSchemaJson.readFields(Json.parse("[" + config + "]"), "f", List.of(), faults);
        assertThat(faults.byField()).isEmpty();
        return fields.get(0);
    }
}
