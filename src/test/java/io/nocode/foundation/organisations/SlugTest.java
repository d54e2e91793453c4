package io.nocode.foundation.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Café Zoé & Co., cafe-zoe-co",
        "  --Hello--  , hello",
        "株式会社, organization",
        "ﬁne Œuvre, fine-uvre",
        "../../etc, etc",
    })
    void aNameBecomesLettersDigitsAndHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aLongNameIsCutWithoutAHyphenAtTheEnd() {
        assertThat(Slug.of("a".repeat(59) + " b".repeat(20))).isEqualTo("a".repeat(59));
    }

    @Test
    void theFirstFreeNumberIsTaken() {
        assertThat(Slug.free("acme", Set.of())).isEqualTo("acme");
        assertThat(Slug.free("acme", Set.of("acme", "acme-2", "acme-4"))).isEqualTo("acme-3");
    }
}
