package io.nocode.studio.versions;

import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.studio.documents.ProjectPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that keeps a project from being published.
 *
 * @param code for programs
 * @param where the page, and on it the component and its property: {@code /clients DataTable config.table}
 */
record Finding(String code, String where, List<Object> words) {
    static Finding of(String code, String where, Object... words) {
        return new Finding(code, where, List.of(words));
    }

    /** What a part that studio does not know leads to in vain. */
    static Finding of(ProjectPart.Missing missing) {
        return missing.field().isEmpty()
                ? of("TABLE_GONE", missing.where(), missing.table())
                : of("FIELD_GONE", missing.where(), missing.field(), missing.table());
    }

    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", code);
        told.put("where", where);
        told.put("message", Messages.text(RequestContext.currentLanguage(), "finding." + code, words.toArray()));
        return told;
    }
}
