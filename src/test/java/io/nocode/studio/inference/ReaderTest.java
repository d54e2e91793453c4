package io.nocode.studio.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.schema.TableSchemaJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    private static final Path DATA = Path.of("examples/world-cities/data");

    @Test
    void citiesGetTheirNamesAndTypes() throws IOException {
        Inference cities = Reader.read("world-cities.csv", Files.readAllBytes(DATA.resolve("world-cities.csv")), 50);
        assertThat(cities.tableName()).isEqualTo("world_cities");
        assertThat(cities.rowsCount()).isEqualTo(34_032);
        assertThat(types(cities))
                .isEqualTo(
                        Map.of("name", "string", "country", "string", "subcountry", "string", "geonameid", "integer"));
        assertThat(cities.fieldsConfig().get(3).path("unique").asBoolean()).isTrue();
        assertThat(cities.fieldsConfig().get(2).path("required").asBoolean()).isFalse();
    }

    @Test
    void everyColumnOfTheCountriesGetsANameAndATypeThatItsValuesHave() throws IOException {
        Inference countries =
                Reader.read("country-codes.csv", Files.readAllBytes(DATA.resolve("country-codes.csv")), 50);
        assertThat(countries.columns()).hasSize(56);
        Map<String, String> types = types(countries);
        assertThat(types)
                .hasSize(56)
                .containsEntry("iso3166_1_alpha_3", "string")
                .containsEntry("iso3166_1_numeric", "integer")
                // Codes with zeros in front are no numbers, nor is a code with a hyphen.
                .containsEntry("iso4217_currency_numeric_code", "string")
                .containsEntry("dial", "string")
                .containsEntry("continent", "choice")
                .containsEntry("geoname_id", "integer")
                .containsEntry("wikidata_id", "url")
                .containsEntry("small_island_developing_states_sids", "choice")
                .containsEntry("official_name_ar", "string");
        Faults faults = new Faults();
        assertThat(TableSchemaJson.readFields(countries.fieldsConfig(), "fields_config", List.of(), faults))
                .hasSize(56);
        assertThat(faults.byField()).isEmpty();
        InferredColumn marc = countries.columns().get(3);
        assertThat(marc.empty()).as("a hard space is nothing").isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            First name      | first_name
            Prénom          | prenom
            ÅLAND (km²)     | aland_km2
            Население       | naselenie
            Πόλη            | poli
            Straße          | strasse
            名前            | column_7
            ``              | column_7
            123             | n_123
            id              | source_id
            created_at      | source_created_at
            pg_class        | source_pg_class
            select          | select
            a"; drop table  | a_drop_table
            """)
    void aHeaderBecomesANameThatCanBeUsed(String header, String name) {
        assertThat(new FieldName().of(header, 7)).isEqualTo(name);
    }

    @Test
    void unnamedDoubleAndOverlongHeadersGetNamesOfTheirOwn() {
        FieldName names = new FieldName();
        assertThat(names.of("name", 1)).isEqualTo("name");
        assertThat(names.of("Name", 2)).isEqualTo("name_2");
        assertThat(names.of("NAME!", 3)).isEqualTo("name_3");
        String longest = names.of("x".repeat(200), 4);
        assertThat(longest).hasSize(63);
        assertThat(names.of("x".repeat(300), 5)).hasSize(63).isNotEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1;2;-3                    | integer
            1;3000000000              | bigint
            1.50;-2.125               | decimal
            99999999999999999999      | decimal
            007;010                   | string
            1e5;2                     | string
            true;FALSE                | boolean
            2026-01-31;2025-12-01     | date
            2026-01-31;31/01/2026     | string
            2026-01-31T10:00:00Z      | datetime
            13:45;09:00:01            | time
            a@b.fr;c.d@example.org    | email
            https://a.org;http://b.fr | url
            #fff;#a1b2c3              | color
            00000000-0000-7000-8000-000000000001 | uuid
            ;;                        | string
            """)
    void valuesHaveTheNarrowestTypeThatHoldsThemAll(String values, String type) {
        String csv = "a\n" + String.join("\n", values.split(";", -1)).replaceAll("(?m)^$", "\"\"");
        assertThat(types(read(csv)).get("a")).isEqualTo(type);
    }

    @Test
    void textsThatRepeatAreChoicesAndLongOnesAreText() {
        StringBuilder csv = new StringBuilder("grade,story\n");
        for (int i = 0; i < 60; i++) {
            csv.append(List.of("low", "high").get(i % 2))
                    .append(',')
                    .append("word ".repeat(60 + i))
                    .append('\n');
        }
        Inference read = read(csv.toString());
        assertThat(types(read)).isEqualTo(Map.of("grade", "choice", "story", "text"));
        assertThat(read.fieldsConfig().get(0).path("choices").findValuesAsText("value"))
                .containsExactly("low", "high");
    }

    @Test
    void otherSeparatorsMarksAndLettersAreRead() {
        assertThat(types(read("\ufeffa;b\r\n1;\"x;\"\"y\"\"\"\r\n"))).isEqualTo(Map.of("a", "integer", "b", "string"));
        Inference western = Reader.read("x.csv", "pays\nAlgérie\n".getBytes(Charset.forName("windows-1252")), 50);
        assertThat(western.columns().get(0).examples()).containsExactly("Algérie");
        Inference ragged = read("a,b\n1\n1,2,3\n");
        assertThat(ragged.columns()).extracting(InferredColumn::field).containsExactly("a", "b", "column_3");
        assertThat(ragged.columns()).extracting(InferredColumn::empty).containsExactly(0L, 1L, 1L);
    }

    @Test
    void jsonIsReadInEachOfItsForms() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("a", "integer");
        expected.put("b", "json");
        expected.put("c", "boolean");
        assertThat(types(read("[{\"a\": 1, \"b\": {\"x\": 1}}, {\"a\": 2, \"c\": true}]")))
                .isEqualTo(expected);
        assertThat(types(read("{\"a\": 1, \"b\": [1]}\n{\"a\": 2, \"c\": false}")))
                .isEqualTo(expected);
        assertThat(types(read("{\"count\": 2, \"results\": [{\"a\": 1, \"b\": []}, {\"c\": true}]}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1, 2]", "{\"a\": }", "[]", "a,b\n\"open"})
    void whatHasNoRowsIsRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(Problem.class).hasMessageContaining("FILE_UNREADABLE");
    }

    private static Inference read(String content) {
        return Reader.read("file.csv", content.getBytes(StandardCharsets.UTF_8), 50);
    }

    private static Map<String, String> types(Inference inference) {
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode field : inference.fieldsConfig()) {
            types.put(field.path("name").asText(), field.path("type").asText());
        }
        return types;
    }
}
