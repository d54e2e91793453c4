package io.nocode.runtime.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.TableSchemaJson;
import io.nocode.studio.schema.ValueFault;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    private static final LiveTable TABLE = LiveTable.all(
                    Identifier.of("p_1_dev"), TableSchemaJson.readAll(Json.parse("""
                    [{"id": "00000000-0000-7000-8000-000000000001", "table_name": "thing",
                      "display_name": "Thing", "description": "", "icon": "", "options": {},
                      "fields_config": [
                        {"id": "00000000-0000-7000-8000-000000000011", "name": "text", "type": "string"},
                        {"id": "00000000-0000-7000-8000-000000000012", "name": "decimal", "type": "decimal",
                         "precision": 12, "scale": 4},
                        {"id": "00000000-0000-7000-8000-000000000013", "name": "integer", "type": "integer"},
                        {"id": "00000000-0000-7000-8000-000000000014", "name": "boolean", "type": "boolean"},
                        {"id": "00000000-0000-7000-8000-000000000015", "name": "date", "type": "date"},
                        {"id": "00000000-0000-7000-8000-000000000016", "name": "datetime", "type": "datetime"},
                        {"id": "00000000-0000-7000-8000-000000000017", "name": "time", "type": "time"},
                        {"id": "00000000-0000-7000-8000-000000000018", "name": "json", "type": "json"},
                        {"id": "00000000-0000-7000-8000-000000000019", "name": "choice", "type": "choice",
                         "choices": [{"value": "s", "label": "Small"}, {"value": "l", "label": "Large"},
                                     {"value": "x", "label": "Twice"}, {"value": "y", "label": "Twice"}]},
                        {"id": "00000000-0000-7000-8000-00000000001a", "name": "choices", "type": "multi_choice",
                         "choices": [{"value": "s", "label": "Small"}, {"value": "l", "label": "Large"}]}]}]
                    """)))
            .get("thing");

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "text ! ` kept as it is ` ! `\" kept as it is \"`",
                "text ! '=1+1 ! \"=1+1\"",
                "text ! ''=1 ! \"'=1\"",
                "text ! 'a' ! \"'a'\"",
                "text ! `` ! \"\"",
                "decimal ! 12.50 ! 12.50",
                "decimal ! `\u00a012 ` ! 12",
                "decimal ! -0.1e2 ! -1E+1",
                "decimal ! 1 000 ! 1000",
                "decimal ! -1\u202f234,50 ! -1234.50",
                "decimal ! 1'234'567.5 ! 1234567.5",
                "decimal ! 1.234,5 ! 1234.5",
                "decimal ! 1,234.5 ! 1234.5",
                "decimal ! 1.234.567 ! 1234567",
                "integer ! 1\u00a0234 ! 1234",
                "integer ! 1,234,567 ! 1234567",
                "decimal ! `` ! null",
                "integer ! +7 ! 7",
                "boolean ! Oui ! true",
                "boolean ! NO ! false",
                "boolean ! 1 ! true",
                "date ! 2026-01-31 ! \"2026-01-31\"",
                "date ! 2026-01-31 00:00:00 ! \"2026-01-31\"",
                "date ! 2026/1/31 ! \"2026-01-31\"",
                "date ! 1.2.2026 ! \"2026-02-01\"",
                "date ! 31/01/2026 ! \"2026-01-31\"",
                "date ! 1/31/2026 ! \"2026-01-31\"",
                "date ! 3/3/2026 ! \"2026-03-03\"",
                "datetime ! 2026-01-31T10:00:00.25Z ! \"2026-01-31T10:00:00.25Z\"",
                "datetime ! 2026-01-31 10:00 ! \"2026-01-31T10:00:00Z\"",
                "datetime ! 2026-01-31 10:00:00+02 ! \"2026-01-31T10:00:00+02:00\"",
                "datetime ! 31/01/2026 9:05 ! \"2026-01-31T09:05:00Z\"",
                "datetime ! 2026-01-31 ! \"2026-01-31T00:00:00Z\"",
                "time ! 9:05 ! \"09:05\"",
                "json ! {\"a\": [1.50]} ! {\"a\":[1.50]}",
                "choice ! l ! \"l\"",
                "choice ! small ! \"s\"",
                "choice ! Twice ! \"Twice\"",
                "choices ! s|Large ! [\"s\",\"l\"]",
                "choices ! [\"s\"] ! [\"s\"]",
                "choices ! `` ! []"
            })
    void textMeansWhatItsColumnHolds(String column, String cell, String json) {
        assertThat(new Cells(false, true).read(column(column), cell).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "decimal ! 1,5 ! field.must_be.number",
                "decimal ! 1,234 ! field.must_be.number",
                "decimal ! 12 34 ! field.must_be.number",
                "decimal ! 1 234 56 ! field.must_be.number",
                "decimal ! 1.234,5,6 ! field.must_be.number",
                "integer ! 1,234.5 ! field.must_be.whole_number",
                "decimal ! 12% ! field.must_be.number",
                "decimal ! NaN ! field.must_be.number",
                "integer ! 1.0 ! field.must_be.whole_number",
                "boolean ! maybe ! field.must_be.boolean",
                "date ! 01/02/2026 ! field.date_ambiguous",
                "date ! 31/31/2026 ! field.must_be.date",
                "date ! 2026-02-30 10:00 ! field.must_be.date",
                "date ! yesterday ! field.must_be.date",
                "datetime ! now ! field.must_be.date",
                "json ! {x ! field.must_be.json"
            })
    void whatCouldMeanTwoThingsIsNotGuessed(String column, String cell, String fault) {
        assertThatExceptionOfType(ValueFault.class)
                .isThrownBy(() -> new Cells(false, true).read(column(column), cell))
                .satisfies(thrown -> assertThat(thrown.fault().key()).isEqualTo(fault));
    }

    @Test
    void aDecimalCommaIsOneWhereCommasPartNoCells() {
        Cells cells = new Cells(true, true);
        assertThat(cells.read(column("decimal"), "1234,50").toString()).isEqualTo("1234.50");
        assertThat(cells.read(column("decimal"), "1.234,50").toString()).isEqualTo("1234.50");
    }

    @Test
    void whatASheetHoldsIsTakenAsItIs() {
        Cells cells = new Cells(true, true);
        assertThat(cells.read(column("integer"), new BigDecimal("7.0")).toString())
                .isEqualTo("7");
        assertThat(cells.read(column("text"), new BigDecimal("7.10")).toString())
                .isEqualTo("\"7.10\"");
        assertThat(cells.read(column("boolean"), true).toString()).isEqualTo("true");
        assertThat(cells.read(column("boolean"), BigDecimal.ONE).toString()).isEqualTo("true");
        LocalDateTime day = LocalDateTime.of(2026, 1, 31, 0, 0);
        assertThat(cells.read(column("date"), day).textValue()).isEqualTo("2026-01-31");
        assertThat(cells.read(column("datetime"), day).textValue()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(cells.read(column("date"), null).isNull()).isTrue();
    }

    @Test
    void jsonKeepsItsTypesAndItsText() {
        Cells cells = new Cells(false, false);
        assertThat(cells.read(column("text"), Json.parse("\"'=1\"")).textValue())
                .isEqualTo("'=1");
        assertThat(cells.read(column("text"), Json.parse("1")).isNumber()).isTrue();
        assertThat(cells.read(column("decimal"), Json.parse("\"1.50\"")).toString())
                .isEqualTo("1.50");
        assertThat(cells.read(column("choices"), Json.parse("[\"s\"]")).toString())
                .isEqualTo("[\"s\"]");
    }

    private static Column column(String name) {
        return Objects.requireNonNull(TABLE.column(name));
    }
}
