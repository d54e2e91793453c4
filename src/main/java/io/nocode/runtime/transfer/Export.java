package io.nocode.runtime.transfer;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.records.AllRows;
import io.nocode.runtime.records.OpenTable;
import io.nocode.shared.csv.CsvLine;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.LongReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Files of all the rows that a query finds. */
@ApplicationScoped
public class Export {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int BUFFER = 64 * 1024;

    @Inject
    private AllRows rows;

    @Inject
    private LongReads reads;

    @Inject
    private Clock clock;

    /** A file that can be written: nothing in what was asked stands against it. */
    record Asked(Plan plan, ExportForm form, String fileName) {}

    /**
     * Holds what was asked against the table.
     *
     * @throws io.nocode.shared.problem.Problem as for the list; INVALID where the format cannot hold it;
     *     TOO_MANY_REQUESTS where too many exports run already
     */
    Asked ask(OpenTable open, Parameters parameters, ExportForm form) {
        Plan plan = rows.plan(open, parameters);
        if (!plan.expansions().isEmpty() && !form.format().embeds()) {
            throw CommonProblem.INVALID.at("expand", "field.only_for_json");
        }
        int most = XlsxSheet.MOST_ROWS - 1;
        if (form.format() == ExportFormat.XLSX && rows.areMoreThan(most, plan)) {
            throw CommonProblem.INVALID.at("format", "field.too_many_rows_for_sheet", most);
        }
        reads.requirePlace();
        String name = open.table().name() + "-" + STAMP.format(clock.instant()) + "."
                + form.format().ending();
        return new Asked(plan, form, name);
    }

    /** Writes it. */
    void write(Asked asked, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, BUFFER);
        switch (asked.form().format()) {
            case CSV -> {
                out.write(head(asked).getBytes(StandardCharsets.UTF_8));
                rows.writeCsv(asked.plan(), asked.form().delimiter(), out);
            }
            case JSON -> rows.writeJson(asked.plan(), false, out);
            case NDJSON -> rows.writeJson(asked.plan(), true, out);
            case XLSX -> {
                Plan plan = asked.plan();
                try (XlsxSheet sheet = new XlsxSheet(plan.table().name(), plan.columns(), out)) {
                    rows.writeCells(plan, sheet);
                }
            }
        }
        out.flush();
    }

    private static String head(Asked asked) {
        CsvLine line = new CsvLine(asked.form().delimiter());
        asked.plan().columns().stream().map(Column::name).forEach(line::text);
        return (asked.form().bom() ? "\ufeff" : "") + line.end();
    }
}
