package io.nocode.runtime.transfer;

import io.nocode.shared.problem.Faults;
import org.jspecify.annotations.Nullable;

/** How the file is to be written. */
record ExportForm(ExportFormat format, boolean bom, char delimiter) {
    private static final String DELIMITERS = ",;\t|";

    /**
     * As the parameters say.
     *
     * @throws io.nocode.shared.problem.Problem INVALID where they say what cannot be
     */
    static ExportForm read(@Nullable String format, @Nullable String bom, @Nullable String delimiter) {
        ExportFormat wanted = ExportFormat.named(format);
        Faults faults = new Faults();
        if (bom != null && !bom.equals("true") && !bom.equals("false")) {
            faults.add("bom", "field.must_be.boolean");
        }
        String parting = delimiter == null ? "," : delimiter.equals("tab") ? "\t" : delimiter;
        if (parting.length() != 1 || !DELIMITERS.contains(parting)) {
            faults.add("delimiter", "field.must_be.one_of", ", ; | tab");
        }
        if (wanted != ExportFormat.CSV) {
            refuse(faults, "bom", bom);
            refuse(faults, "delimiter", delimiter);
        }
        faults.throwIfAny();
        return new ExportForm(wanted, "true".equals(bom), parting.charAt(0));
    }

    private static void refuse(Faults faults, String name, @Nullable String value) {
        if (value != null) {
            faults.add(name, "field.only_for_csv");
        }
    }
}
