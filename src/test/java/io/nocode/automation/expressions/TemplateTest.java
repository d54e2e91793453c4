package io.nocode.automation.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    plain                                              | "plain"
                    {{ input_data.amount }}                            | 150
                    {{input_data.price}}                               | 12.10
                    {{ input_data.list }}                              | [1,2,3]
                    Hello {{ input_data.name }}!                       | "Hello Zoë!"
                    {{ input_data.amount }}{{ input_data.price }}      | "15012.10"
                    {{ {'a': {'b': 1}} }}                              | {"a":{"b":1}}
                    {{ {'a': {'b': 1}}}}                               | {"a":{"b":1}}
                    {{ '}}' }}                                         | "}}"
                    {{ "{{ x }}" }}                                    | "{{ x }}"
                    a{{ input_data.nothing }}b                         | "ab"
                    list: {{ input_data.list }}                        | "list: [1,2,3]"
                    } and }} stay                                      | "} and }} stay"
                    """)
    void isFilled(String text, String expected) throws Exception {
        assertThat(Template.of(text).fill(ExpressionTest.SCOPE).toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hello {{ nope }}              | 1 | 10
                    {{ 1 + }}                     | 1 | 8
                    a {{ open                     | 1 | 3
                    {{ ok('                       | 1 | 1
                    {{}}                          | 1 | 3
                    """)
    void aFaultIsFoundWithinTheWholeText(String text, int line, int column) {
        ExpressionFault fault = catchThrowableOfType(ExpressionFault.class, () -> Template.of(text));

        assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
    }

    @Test
    void linesOfTheTextCountToo() {
        ExpressionFault fault =
                catchThrowableOfType(ExpressionFault.class, () -> Template.of("one\ntwo {{ user.email }}\n {{ x }}"));

        assertThat(List.of(fault.line(), fault.column())).containsExactly(3, 5);
    }

    @Test
    void aConfigIsCheckedAndFilledAtAnyDepth() throws Exception {
        var config = Json.parse("""
                {"data": {"name": "{{ input_data.name }}", "tags": ["x", "{{ user.email }}"], "n": 3}}
                """);
        assertThat(Templates.fill(config, ExpressionTest.SCOPE).toString())
                .isEqualTo("{\"data\":{\"name\":\"Zoë\",\"tags\":[\"x\",\"a@example.com\"],\"n\":3}}");

        List<String> paths = new ArrayList<>();
        Templates.check(Json.parse("""
                        {"data": {"name": "{{ a }}", "tags": ["x", "{{ b }}"]}}
                        """), "config", (path, fault) -> paths.add(path));
        assertThat(paths).containsExactly("config.data.name", "config.data.tags[1]");
    }
}
