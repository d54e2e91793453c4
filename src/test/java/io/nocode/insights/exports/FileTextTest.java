package io.nocode.insights.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nocode.insights.activities.ActivityView;
import io.nocode.insights.tracking.EventType;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileTextTest {
    private static final List<Column> COLUMNS = Column.named(List.of("event_name", "user_id", "tracked_at"));

    @Test
    void aCsvFileHasItsHeadersAndHarmlessCells() {
        FileText file = new CsvFile(COLUMNS, ExportOptions.PLAIN);
        assertThat(file.head() + file.line(event("=1+1"), true) + file.foot())
                .isEqualTo("event_name,user_id,tracked_at\r\n'=1+1,,2026-01-02T03:04:05Z\r\n");
    }

    @Test
    void aByteOrderMarkComesOnlyWhenAskedFor() {
        ExportOptions options = new ExportOptions(false, true, "uuuu-MM-dd", ";", null, null);
        FileText file = new CsvFile(COLUMNS, options);
        assertThat(file.head() + file.line(event("a;b"), true)).isEqualTo("\uFEFF\"a;b\";;2026-01-02\r\n");
        assertThat(new CsvFile(COLUMNS, ExportOptions.PLAIN).head()).doesNotContain("\uFEFF");
    }

    @Test
    void aJsonFileIsOneArray() {
        FileText file = new JsonFile(COLUMNS, ExportOptions.PLAIN);
        String text = file.head() + file.line(event("a"), true) + file.line(event("b"), false) + file.foot();
        assertThat(Json.parse(text)).hasSize(2);
        assertThat(Json.parse(file.head() + file.foot())).isEmpty();
    }

    @Test
    void anUnknownColumnIsNamedByItsPlace() {
        assertThatThrownBy(() -> Column.named(List.of("id", "password")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("fields[1]");
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        ExportOptions options = new ExportOptions(null, null, "{nonsense", null, null, null);
        assertThatThrownBy(options::check).isInstanceOf(Problem.class).hasMessageContaining("options.date_format");
    }

    private static ActivityView event(String name) {
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        return new ActivityView(
                new UUID(0, 1),
                EventType.PAGE_VIEW,
                name,
                null,
                null,
                null,
                null,
                null,
                Json.object(),
                Json.object(),
                null,
                null,
                at,
                at,
                at);
    }
}
