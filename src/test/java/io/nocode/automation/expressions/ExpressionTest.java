package io.nocode.automation.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    static final Scope SCOPE = Scope.of(
            Json.parse("""
                    {"amount": 150, "price": 12.10, "name": "Zoë", "list": [1, 2, 3], "nothing": null, "deep": {"a": "b"}}
                    """),
            (ObjectNode) Json.parse("""
                    {"Find": {"output": {"count": 2}}, "With space": {"output": "x"}}
                    """),
            (ObjectNode) Json.parse("{\"n\": 1}"),
            (ObjectNode) Json.parse("{\"email\": \"a@example.com\"}"),
            (ObjectNode) Json.parse("{\"name\": \"Shop\"}"),
            Instant.parse("2026-02-03T04:05:06Z"));

    private static JsonNode value(String source) throws Exception {
        return Expression.of(source).value(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    input_data.amount > 100                   | true
                    input_data.amount > 99.5                  | true
                    input_data.amount * 1.5                   | 225.0
                    input_data.price                          | 12.10
                    input_data.name + '!'                     | "Zoë!"
                    input_data.name.size()                    | 3
                    input_data.list.map(x, x * 2)             | [2,4,6]
                    input_data.list.exists(x, x == 3)         | true
                    input_data.nothing == null                | true
                    input_data.nothing                        | null
                    has(input_data.missing)                   | false
                    nodes.Find.output.count + vars.n          | 3
                    nodes['With space'].output                | "x"
                    user.email                                | "a@example.com"
                    project.name                              | "Shop"
                    now                                       | "2026-02-03T04:05:06Z"
                    now - duration('24h')                     | "2026-02-02T04:05:06Z"
                    now.getMonth()                            | 1
                    {'a': input_data.deep}                    | {"a":{"a":"b"}}
                    input_data.amount > 100 ? 'big' : 'small' | "big"
                    ' x '.trim()                              | "x"
                    1.0 / 4                                   | 0.25
                    """)
    void hasItsValue(String source, String expected) throws Exception {
        assertThat(value(source).toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    foo + 1              | 1 | 1
                    1 +                  | 1 | 4
                    input_data.amount == | 1 | 21
                    1 + 'a'              | 1 | 3
                    """)
    void aFaultIsFoundWithLineAndColumn(String source, int line, int column) {
        ExpressionFault fault = catchThrowableOfType(ExpressionFault.class, () -> Expression.of(source));

        assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
        assertThat(fault).hasMessageNotContainingAny("dev.cel", "java.");
    }

    @Test
    void aFaultOnTheSecondLineSaysSo() {
        ExpressionFault fault =
                catchThrowableOfType(ExpressionFault.class, () -> Expression.of("input_data.amount >\n  nope"));

        assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"input_data.missing", "1 / 0", "nodes.Other.output", "input_data.name + 1", "int('x')"})
    void whatHasNoValueIsAFaultOfTheEvaluation(String source) {
        assertThatThrownBy(() -> value(source))
                .isInstanceOf(EvaluationFault.class)
                .hasMessageNotContainingAny("dev.cel", "java.", "com.google");
    }

    @Test
    void onlyTrueOrFalseHolds() throws Exception {
        assertThat(Expression.of("true").holds(SCOPE)).isTrue();
        assertThatThrownBy(() -> Expression.of("1").holds(SCOPE))
                .isInstanceOf(EvaluationFault.class)
                .hasMessageContaining("true or false");
    }

    /** What broke out of other products' sandboxes (S1). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "input_data.getClass()",
                "''.getClass().forName('java.lang.Runtime').getMethod('exec')",
                "input_data.class",
                "input_data['class']",
                "input_data.class.classLoader",
                "input_data.constructor",
                "input_data.constructor.constructor('return process')()",
                "input_data.__proto__",
                "input_data['__proto__']['polluted']",
                "this.constructor",
                "${7*7}",
                "#{7*7}",
                "${T(java.lang.Runtime).getRuntime().exec('id')}",
                "T(java.lang.Runtime).getRuntime()",
                "@java.lang.Runtime@getRuntime().exec('id')",
                "#this.getClass()",
                "new java.util.Scanner('x')",
                "java.lang.System.exit(1)",
                "java.lang.Runtime",
                "System.getenv('PATH')",
                "type(input_data).getName()",
                "google.protobuf.Struct{}",
                "google.protobuf.Any{type_url: 'x'}",
                "dyn(input_data).getClass()",
                "process.env",
                "require('child_process')",
                "eval('1')",
                "Function('return this')()",
                "%{7*7}",
                "<%= 7*7 %>",
                "{{7*7}}",
                "__import__('os')",
                "now.getClass()",
                "nodes.Find.output.getClass()"
            })
    void nothingEscapes(String source) {
        assertThatThrownBy(() -> value(source))
                .isInstanceOfAny(ExpressionFault.class, EvaluationFault.class)
                .hasMessageNotContainingAny("java.lang.Class", "ClassLoader@");
    }

    @Test
    void costIsBounded() throws Exception {
        String tens = "[1,2,3,4,5,6,7,8,9,10]";
        List<String> bombs = new ArrayList<>();
        bombs.add("%1$s.map(a, %1$s.map(b, %1$s.map(c, %1$s.map(d, %1$s.map(e, %1$s.map(f, f))))))".formatted(tens));
        bombs.add(
                "%1$s.map(a, %1$s.map(b, %1$s.map(c, %1$s.map(d, input_data.big + input_data.big))))".formatted(tens));
        bombs.add("input_data.big.matches('(a+)+$') && input_data.big.matches('(.*){900}b')");
        ObjectNode input = Json.object().put("big", "a".repeat(100_000));
        Scope scope = Scope.of(input, Json.object(), Json.object(), Json.object(), Json.object(), Instant.EPOCH);
        for (String bomb : bombs) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> Expression.of(bomb).value(scope))
                    .as(bomb)
                    .isInstanceOfAny(ExpressionFault.class, EvaluationFault.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThatThrownBy(() -> Expression.of("1" + " + 1".repeat(2_000))).isInstanceOf(ExpressionFault.class);
        assertThatThrownBy(() -> Expression.of("(".repeat(200) + "1" + ")".repeat(200)))
                .isInstanceOf(ExpressionFault.class);
        assertThatThrownBy(() -> Expression.of("[".repeat(2_000) + "]".repeat(2_000)))
                .isInstanceOf(ExpressionFault.class);
    }
}
