package io.nocode.studio.schema;

import static io.nocode.studio.schema.Tables.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.shared.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string   | "max_length": 3                | "abcd"                      | field.too_long
            string   | "min_length": 2                | "a"                         | field.too_short
            string   | "pattern": "[A-Z]{2}"          | "ab"                        | field.pattern
            string   |                                | 5                           | field.must_be.text
            text     | "max_length": 1                | "ab"                        | field.too_long
            integer  |                                | 1.5                         | field.must_be.whole_number
            integer  |                                | "1"                         | field.must_be.whole_number
            integer  |                                | 2147483648                  | field.between
            integer  | "max_value": 10                | 11                          | field.between
            bigint   |                                | 9223372036854775808         | field.between
            decimal  | "precision": 4, "scale": 2     | 1.234                       | field.decimal.scale
            decimal  | "precision": 4, "scale": 2     | 123                         | field.decimal.precision
            decimal  |                                | 1e999                       | field.decimal.precision
            decimal  | "min_value": 0                 | -1                          | field.at_least
            decimal  |                                | "1"                         | field.must_be.number
            float    |                                | 1e999                       | field.must_be.number
            boolean  |                                | 1                           | field.must_be.boolean
            date     |                                | "2026-02-30"                | field.must_be.date
            date     | "max": "2026-01-01"            | "2026-01-02"                | field.at_most
            time     |                                | "25:00"                     | field.must_be.time
            datetime |                                | "2026-01-01T00:00:00"       | field.must_be.timestamp
            datetime |                                | "+12026-01-01T00:00:00Z"    | field.must_be.timestamp
            uuid     |                                | "1-1-1-1-1"                 | field.must_be.uuid
            email    |                                | "a@b"                       | field.must_be.email
            email    |                                | "<b>@b.fr"                  | field.must_be.email
            url      |                                | "javascript:alert(1)"       | field.must_be.url
            choice   | "choices": ["a", "b"]          | "c"                         | field.must_be.one_of
            multi_choice | "choices": ["a", "b"]      | ["a", "c"]                  | field.must_be.one_of
            multi_choice | "choices": ["a", "b"]      | ["a", "a"]                  | field.duplicate
            multi_choice | "choices": ["a", "b"]      | "a"                         | field.must_be.array
            currency | "precision": 5                 | 1234.5                      | field.decimal.precision
            phone    |                                | "call me"                   | field.must_be.phone
            phone    |                                | "12"                        | field.must_be.phone
            color    |                                | "#12345"                    | field.must_be.color
            color    |                                | "red;x:expression(1)"       | field.must_be.color
            user     |                                | "x"                         | field.must_be.uuid
            rich_text | "max_length": 5               | "<p>abc</p>"                | field.too_long
            json     | "schema": {"type": "object", "required": ["a"]} | {"b": 1}   | field.json_schema
            json     | "schema": {"type": "string", "pattern": "(a+)+$"} | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" | field.json_schema
            relation | "target": "t"                  | "x"                         | field.must_be.uuid
            file     |                                | "x"                         | field.must_be.uuid
            file     |                                | 5                           | field.must_be.text
            file     |                                | {"name": "x"}               | field.must_be.text
            file     |                                | {"id": "01997b2e-8c4f-7a51-9d3e-2f6b8c0d1e2f", "path": "x"} | field.files.reference
            image    |                                | ["01997b2e-8c4f-7a51-9d3e-2f6b8c0d1e2f", "01997b2e-8c4f-7a51-9d3e-2f6b8c0d1e20"] | field.too_many
            image    | "multiple": true               | ["01997b2e-8c4f-7a51-9d3e-2f6b8c0d1e2f", "01997B2E-8C4F-7A51-9D3E-2F6B8C0D1E2F"] | field.duplicate
            """)
    void aValueThatDoesNotFitIsRefused(String name, String options, String value, String messageKey) {
        FieldType type = options == null ? type(name) : type(name, options);
        assertThatThrownBy(() -> type.parse(Json.parse(value)))
                .isInstanceOfSatisfying(
                        ValueFault.class,
                        fault -> assertThat(fault.fault().key()).isEqualTo(messageKey));
    }

    @Test
    void valuesBecomeWhatIsBound() {
        assertThat(type("decimal").parse(Json.parse("10"))).isEqualTo(new BigDecimal("10.00"));
        assertThat(type("decimal", "\"precision\": 30, \"scale\": 10")
                        .parse(Json.parse("12345678901234567890.0123456789")))
                .isEqualTo(new BigDecimal("12345678901234567890.0123456789"));
        assertThat(type("date").parseText("2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(type("datetime").parseText("2026-01-01T02:00:00+02:00"))
                .isEqualTo(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        assertThat(type("bigint").parse(Json.parse("9223372036854775807"))).isEqualTo(Long.MAX_VALUE);
        assertThat(type("email").parseText("jürgen@exämple.fr")).isEqualTo("jürgen@exämple.fr");
        assertThat(type("url").parseText("https://example.org/a?b=c#d")).isEqualTo("https://example.org/a?b=c#d");
        assertThat(type("string").parseText("日本🎌")).isEqualTo("日本🎌");
        assertThat(type("phone").parseText("+33 (0)1 23-45.67/89")).isEqualTo("+33 (0)1 23-45.67/89");
        assertThat(type("currency", "\"currency\": \"JPY\", \"scale\": 0").parse(Json.parse("1250")))
                .isEqualTo(new BigDecimal("1250"));
        FieldType several = type("multi_choice", "\"choices\": [\"a\", \"b\"]");
        assertThat(several.parse(Json.parse("[\"b\", \"a\"]"))).isEqualTo(List.of("b", "a"));
        assertThat(several.parseText("a, b")).isEqualTo(List.of("a", "b"));
        assertThat(type("autonumber", "\"prefix\": \"INV-\"").parseText("INV-7"))
                .isEqualTo(7L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Hello <b>you</b></p>                  | <p>Hello <b>you</b></p>
            <script>alert(1)</script>ok              | ok
            <img src=x onerror=alert(1)>             | <img src="x" />
            <a href="javascript:alert(1)">x</a>      | x
            <p style="position:fixed">x</p>          | <p>x</p>
            <iframe src="https://e.org"></iframe>    | ``
            """)
    void whatCouldRunInAPageIsTakenAwayFromFormattedText(String given, String kept) {
        assertThat(type("rich_text").parseText(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"https://example.org/schema.json\"}",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}, \"$ref\": \"#/$defs/a\"}",
                "{\"type\": \"nonsense\"}",
                "{\"pattern\": \"(\"}",
                "{\"$id\": \"https://example.org/\"}",
                "5"
            })
    void aJsonSchemaThatLeadsAwayOrRoundInCirclesIsRefused(String schema) {
        assertThat(Tables.faults("[{\"name\": \"a\", \"type\": \"json\", \"schema\": %s}]".formatted(schema)))
                .singleElement()
                .asString()
                .startsWith("fields_config[0].schema");
    }

    @Test
    void aJsonSchemaWhosePartsMultiplyIsRefused() {
        StringBuilder definitions = new StringBuilder("\"d0\": {\"type\": \"string\"}");
        for (int i = 1; i < 30; i++) {
            definitions.append(", \"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                    .formatted(i, i - 1, i - 1));
        }
        assertThat(Tables.faults(
                        "[{\"name\": \"a\", \"type\": \"json\", \"schema\": {\"$defs\": {%s}, \"$ref\": \"#/$defs/d29\"}}]"
                                .formatted(definitions)))
                .containsExactly("fields_config[0].schema field.too_many");
    }

    @Test
    void referencesWithinAJsonSchemaAreFollowed() {
        FieldType type = type(
                "json",
                "\"schema\": {\"$defs\": {\"n\": {\"type\": \"integer\"}}, \"items\": {\"$ref\": \"#/$defs/n\"}}");
        assertThat(type.parse(Json.parse("[1, 2]"))).isEqualTo(Json.parse("[1, 2]"));
        assertThatThrownBy(() -> type.parse(Json.parse("[1, \"x\"]"))).isInstanceOf(ValueFault.class);
    }

    @Test
    void surrogatePairsCountAsOneCharacterLikeInPostgreSql() {
        assertThat(type("string", "\"max_length\": 1").parseText("🎌")).isEqualTo("🎌");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string   | "x'; drop"      | 'x''; drop'
            integer  | 5               | 5
            decimal  | 1.5             | 1.50
            boolean  | true            | true
            date     | "NOW"           | current_date
            datetime | "NOW"           | now()
            uuid     | "AUTO"          | gen_random_uuid()
            multi_choice | ["a"]       | array['a']::text[]
            json     | {"a": "'"}      | '{"a":"''"}'::jsonb
            """)
    void defaultsBecomeSql(String name, String value, String sql) {
        FieldType type = name.equals("multi_choice") ? type(name, "\"choices\": [\"a\"]") : type(name);
        assertThat(type.defaultSql(Json.parse(value))).isEqualTo(sql);
    }

    @Test
    void everyTypeIsInTheCatalogueUnderItsName() {
        assertThat(FieldTypes.all())
                .extracting(TypeKind::name)
                .doesNotHaveDuplicates()
                .contains(
                        "string",
                        "text",
                        "integer",
                        "decimal",
                        "boolean",
                        "date",
                        "datetime",
                        "json",
                        "email",
                        "choice",
                        "multi_choice",
                        "rich_text",
                        "currency",
                        "phone",
                        "color",
                        "autonumber",
                        "formula",
                        "user",
                        "relation");
    }
}
