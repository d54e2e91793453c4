package io.nocode.studio.schema;

import static io.nocode.studio.schema.Tables.faults;
import static io.nocode.studio.schema.Tables.field;
import static io.nocode.studio.schema.Tables.fields;
import static io.nocode.studio.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldJsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        TableSchema table = table(
                1,
                "t",
                fields(
                        field(2, "a", "string", "\"pattern\": \"[a-z]+\", \"label\": \"Â\", \"read_only\": true"),
                        field(3, "b", "decimal", "\"precision\": 5, \"scale\": 1, \"max_value\": 100"),
                        field(
                                4,
                                "c",
                                "choice",
                                "\"choices\": [{\"value\": \"x\", \"label\": \"X\", \"color\": \"#fff\"}]"),
                        field(5, "d", "relation", "\"target\": \"t\", \"on_delete\": \"set_null\"")));
        assertThat(TableSchemaJson.read(TableSchemaJson.write(table))).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [5]                                                           | fields_config[0] field.must_be_object
            [{"type": "text"}]                                            | fields_config[0].name field.required
            [{"name": "a"}]                                               | fields_config[0].type field.required
            [{"name": "a", "type": "varchar"}]                            | fields_config[0].type field.type.unknown
            [{"name": "a", "type": "text", "nullable": true}]             | fields_config[0].nullable field.unknown
            [{"name": "a", "type": "integer", "max_length": 5}]           | fields_config[0].max_length field.unknown
            [{"name": "a", "type": "string", "max_length": "5"}]          | fields_config[0].max_length field.must_be.whole_number
            [{"name": "a", "type": "string", "min_length": 9, "max_length": 5}] | fields_config[0].max_length field.option.order
            [{"name": "a", "type": "string", "pattern": "("}]             | fields_config[0].pattern field.option.pattern
            [{"name": "a", "type": "string", "pattern": "(a{1000}){1000}"}] | fields_config[0].pattern field.option.pattern
            [{"name": "a", "type": "string", "pattern": "\\\\bx"}]        | fields_config[0].pattern field.option.pattern
            [{"name": "a", "type": "integer", "default": "x"}]            | fields_config[0].default field.must_be.whole_number
            [{"name": "a", "type": "choice"}]                             | fields_config[0].choices field.option.choices
            [{"name": "a", "type": "choice", "choices": ["x", "x"]}]      | fields_config[0].choices[1] field.duplicate
            [{"name": "a", "type": "choice", "choices": [{"value": "x", "size": 1}]}] | fields_config[0].choices[0].size field.unknown
            [{"name": "a", "type": "relation"}]                           | fields_config[0].target field.required
            [{"name": "a", "type": "relation", "target": "t", "kind": "many"}] | fields_config[0].kind field.must_be.one_of
            [{"name": "a", "type": "text", "unique": true}]               | fields_config[0].unique field.not_indexable
            [{"name": "a", "type": "text", "required": 1}]                | fields_config[0].required field.must_be.boolean
            [{"name": "a", "type": "text", "id": "00000000-0000-0000-0000-000000000009"}] | fields_config[0].id field.not_found
            """)
    void whatIsWrongIsNamedByItsPath(String fieldsConfig, String fault) {
        assertThat(faults(fieldsConfig)).containsExactly(fault);
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        assertThat(faults("""
                        [{"name": "A", "type": "text"}, {"name": "b", "type": "x"}, {"name": "c", "type": "text"},
                         {"name": "c", "type": "text"}]"""))
                .containsExactly(
                        "fields_config[0].name field.name.form",
                        "fields_config[1].type field.type.unknown",
                        "fields_config[3].name field.duplicate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "order",
                "user",
                "a",
                "a_1",
                "table",
                "primary",
                "a23456789012345678901234567890123456789012345678901234567890123"
            })
    void keywordsAndLongNamesAreFine(String name) {
        assertThat(Names.faultOfField(name)).isEmpty();
        assertThat(Names.faultOfTable(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "_a",
                "A",
                "é",
                "a-b",
                "a b",
                "a\"b",
                "a'b",
                "a;--",
                "a\u0000",
                "pg_class",
                "аbc",
                "a\n",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void otherNamesAreRefused(String name) {
        assertThat(Names.faultOfField(name)).isPresent();
        assertThat(Names.faultOfTable(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "created_at", "version", "xmin", "ctid"})
    void columnsThatEveryTableHasAreReserved(String name) {
        assertThat(Names.faultOfField(name)).isPresent();
    }

    @Test
    void withoutAnIdAFieldOfTheSameNameIsMeant() {
        TableSchema table = table(1, "t", fields(field(2, "a", "text")));
        Faults faults = new Faults();
        List<Field> read = TableSchemaJson.readFields(
                Json.parse("[{\"name\": \"a\", \"type\": \"string\"}]"), "fields_config", table.fields(), faults);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(read.get(0).id()).isEqualTo(Tables.id(2));
    }
}
