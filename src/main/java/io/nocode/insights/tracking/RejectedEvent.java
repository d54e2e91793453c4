package io.nocode.insights.tracking;

import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.rest.RequestContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An event of a batch that is not kept.
 *
 * @param index its place in the batch, from 0
 * @param details what is wrong with which property
 */
public record RejectedEvent(int index, String error, String code, Map<String, String> details) {
    static RejectedEvent of(int index, Problem problem) {
        Locale language = RequestContext.currentLanguage();
        Map<String, String> details = new LinkedHashMap<>();
        problem.details()
                .forEach((field, value) -> details.put(
                        field,
                        value instanceof Fault fault
                                ? Messages.text(language, fault.key(), fault.words())
                                : String.valueOf(value)));
        String code = problem.reason().name();
        return new RejectedEvent(index, Messages.text(language, "problem." + code, problem.words()), code, details);
    }
}
