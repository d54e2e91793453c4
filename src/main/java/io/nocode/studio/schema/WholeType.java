package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whole numbers of any width share: a range within that of their bits. */
interface WholeType extends FieldType {
    /** The options of each of them. */
    List<Option> OPTIONS = List.of(Option.optional("min_value", "integer"), Option.optional("max_value", "integer"));

    /** The smallest value that is allowed. */
    long least();

    /** The largest value that is allowed. */
    long most();

    /** The value as Java binds it. */
    Object sized(long value);

    private @Nullable Long lower() {
        return least() == lowest() ? null : least();
    }

    private @Nullable Long upper() {
        return most() == -lowest() - 1 ? null : most();
    }

    private long lowest() {
        return wire() == Wire.INTEGER ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    /** The bounds that options set, those of the bits where they set none. */
    static long[] range(OptionReader options, long lowest, long highest) {
        Long least = options.wholeOrNull("min_value", lowest, highest);
        Long most = options.wholeOrNull("max_value", lowest, highest);
        options.ordered("min_value", least, "max_value", most);
        return new long[] {least == null ? lowest : least, most == null ? highest : most};
    }

    @Override
    default List<String> checks(Identifier column) {
        Long lower = lower();
        Long upper = upper();
        return Ranges.checks(
                column.quoted(), lower == null ? null : lower.toString(), upper == null ? null : upper.toString());
    }

    @Override
    default Object parse(JsonNode value) {
        return sized(Values.whole(value, least(), most()));
    }

    @Override
    default Object parseText(String text) {
        return sized(Values.whole(text, least(), most()));
    }

    @Override
    default ObjectNode options() {
        return Json.object().put("min_value", lower()).put("max_value", upper());
    }
}
