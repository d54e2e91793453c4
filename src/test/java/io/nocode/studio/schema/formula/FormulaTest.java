package io.nocode.studio.schema.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.studio.schema.ValueFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, Formula.Input> INPUTS = Map.of(
            "n", new Formula.Input(Kind.WHOLE, "n"),
            "price", new Formula.Input(Kind.DECIMAL, "price"),
            "f", new Formula.Input(Kind.FLOAT, "f"),
            "name", new Formula.Input(Kind.TEXT, "name"),
            "and", new Formula.Input(Kind.TEXT, "a_n_d"),
            "done", new Formula.Input(Kind.BOOLEAN, "done"),
            "due", new Formula.Input(Kind.DATE, "due"),
            "at", new Formula.Input(Kind.MOMENT, "at"));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            price * n                      ~ DECIMAL ~ (price * n)
            n + 1                          ~ WHOLE   ~ (n + 1::numeric)
            n * f                          ~ FLOAT   ~ ((n)::double precision * f)
            1 + 2 * 3                      ~ WHOLE   ~ (1::numeric + (2::numeric * 3::numeric))
            (1 + 2) * 3                    ~ WHOLE   ~ ((1::numeric + 2::numeric) * 3::numeric)
            10 - 4 - 3                     ~ WHOLE   ~ ((10::numeric - 4::numeric) - 3::numeric)
            -n                             ~ WHOLE   ~ (- n)
            n / 2                          ~ DECIMAL ~ trim_scale(n / nullif(2::numeric, 0))
            round(price * 1.2, 2)          ~ DECIMAL ~ round((price * 1.2::numeric), least(greatest(2::numeric, 0), 50)::integer)
            name & ' ' & n                 ~ TEXT    ~ (coalesce((coalesce(name, '') || coalesce(' '::text, '')), '') || coalesce((n)::text, ''))
            concat(name, 'it''s')          ~ TEXT    ~ (coalesce(name, '') || coalesce('it''s'::text, ''))
            not done and n >= 3            ~ BOOLEAN ~ ((not done) and (n >= 3::numeric))
            if(done, price, n)             ~ DECIMAL ~ (case when done then price else n end)
            if(done, 'x')                  ~ TEXT    ~ (case when done then 'x'::text end)
            due + 30                       ~ DATE    ~ (due + (30::numeric)::integer)
            due - date(at)                 ~ WHOLE   ~ (due - (at at time zone 'UTC')::date)::numeric
            year(at)                       ~ WHOLE   ~ extract(year from (at at time zone 'UTC')::date)
            coalesce(price, 0)             ~ DECIMAL ~ coalesce(price, 0::numeric)
            name = null                    ~ BOOLEAN ~ (name is null)
            UPPER([and])                   ~ TEXT    ~ upper(a_n_d)
            """)
    void aFormulaBecomesSql(String text, String kind, String sql) {
        Formula formula = Formula.of(text, INPUTS);
        assertThat(formula.sql()).isEqualTo(sql);
        assertThat(formula.kind()).isEqualTo(Kind.valueOf(kind));
    }

    @Test
    void twoBarsJoinTextsAndChooseBetweenTruths() {
        assertThat(Formula.of("done || n > 3", INPUTS).sql()).isEqualTo("(done or (n > 3::numeric))");
        assertThat(Formula.of("name || n", INPUTS).kind()).isEqualTo(Kind.TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ``                             ~ field.formula.ends_early
            n +                            ~ field.formula.ends_early
            null                           ~ field.formula.ends_early
            n n                            ~ field.formula.unexpected
            n ; drop table x               ~ field.formula.unexpected
            'open                          ~ field.formula.unexpected
            missing + 1                    ~ field.formula.name
            pg_sleep(10)                   ~ field.formula.function
            now()                          ~ field.formula.function
            getclass(n)                    ~ field.formula.function
            name * 2                       ~ field.formula.kinds
            name = n                       ~ field.formula.kinds
            if(n, 1, 2)                    ~ field.formula.kinds
            if(done, 1, 'a')               ~ field.formula.kinds
            upper(name, name)              ~ field.formula.arguments
            and                            ~ field.formula.unexpected
            """)
    void whatIsNoFormulaIsRefusedWithTheReason(String text, String key) {
        assertThatThrownBy(() -> Formula.of(text, INPUTS))
                .isInstanceOfSatisfying(
                        ValueFault.class,
                        fault -> assertThat(fault.fault().key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "abs("})
    void howDeepAFormulaNestsIsBounded(String opening) {
        assertThatThrownBy(() -> Formula.of(opening.repeat(300) + "n", INPUTS)).isInstanceOf(ValueFault.class);
    }

    @Test
    void howLongAFormulaIsIsBounded() {
        assertThatThrownBy(() -> Formula.of("n" + " + n".repeat(600), INPUTS)).isInstanceOf(ValueFault.class);
        assertThat(Formula.of("n" + "+n".repeat(900), INPUTS).kind()).isEqualTo(Kind.WHOLE);
    }

    @Test
    void renamedFieldsAreFollowedButNeitherTextsNorFunctions() {
        assertThat(Formula.renamed("upper(a) & 'a' & [a] + b", Map.of("a", "b", "b", "a", "upper", "x")))
                .isEqualTo("upper(b) & 'a' & b + a");
        assertThat(Formula.renamed("a + 1", Map.of("a", "not"))).isEqualTo("[not] + 1");
    }

    @Test
    void aFormulaTellsTheFieldsThatItUses() {
        assertThat(Formula.of("price * n + n", INPUTS).names()).containsExactlyInAnyOrder("price", "n");
    }
}
