package io.nocode.runtime.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Order desk,order-desk",
        "Été à la plage !,ete-a-la-plage",
        "--a--b--,a-b",
        "日本,app",
        "../etc/passwd,etc-passwd"
    })
    void aSlugLooksLikeItsName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug).matches(Slug.PATTERN);
    }

    @ParameterizedTest
    @CsvSource({"60", "200"})
    void aLongNameIsCutToAWholeSlug(int length) {
        assertThat(Slug.of("a b".repeat(length))).matches(Slug.PATTERN).hasSizeLessThanOrEqualTo(50);
    }
}
