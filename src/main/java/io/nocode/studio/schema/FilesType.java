package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What fields share that hold files. The column has what is to be shown of them, a JSON object or a list of such, and
 * null for none; PostgreSQL writes it there ({@link HoldFiles}), rows only say which of the files that were uploaded to
 * them stay, and in which order.
 */
public interface FilesType extends FieldType {
    /** How many files a field holds at most. */
    int MOST = 100;

    /** What clients get, and may send back: only the id counts. */
    Set<String> KNOWN = Set.of("id", "name", "content_type", "size", "width", "height", "created_at", "url");

    FileRules rules();

    /** Whether all of them are pictures whose size is known. */
    default boolean onlyPictures() {
        return false;
    }

    /** Whether a file of this type may be uploaded. */
    default boolean accepts(String contentType) {
        return rules().accepts(contentType);
    }

    @Override
    default Wire wire() {
        return Wire.JSON;
    }

    /** The ids of the files as a list, also where there can be only one. */
    @Override
    default Object parse(JsonNode value) {
        ArrayNode ids = Json.array();
        if (!value.isArray()) {
            return ids.add(id(value).toString());
        }
        if (value.size() > (rules().multiple() ? MOST : 1)) {
            throw new ValueFault("field.too_many", rules().multiple() ? MOST : 1);
        }
        Set<UUID> seen = new HashSet<>();
        for (JsonNode each : value) {
            if (!seen.add(id(each))) {
                throw new ValueFault("field.duplicate");
            }
        }
        value.forEach(each -> ids.add(id(each).toString()));
        return ids;
    }

    private static UUID id(JsonNode reference) {
        if (!reference.isObject()) {
            return IdText.uuid(Values.text(reference));
        }
        reference.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new ValueFault("field.files.reference");
            }
        });
        return IdText.uuid(Values.text(reference.path("id")));
    }

    /** An id, or JSON as rows have it. */
    @Override
    default Object parseText(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return Json.array().add(IdText.uuid(text).toString());
        }
        JsonNode value;
        try {
            value = Json.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ValueFault("field.must_be.json");
        }
        return parse(value);
    }

    @Override
    default String defaultSql(JsonNode value) {
        throw new ValueFault("field.default.none");
    }

    @Override
    default boolean indexable() {
        return false;
    }

    @Override
    default ObjectNode options() {
        return rules().options();
    }

    /** Whether a column must be rewritten when its field holds files otherwise than before. */
    static boolean differ(FieldType from, FieldType to) {
        boolean were = from instanceof FilesType;
        boolean are = to instanceof FilesType;
        return were != are
                || (were
                        && (((FilesType) from).rules().multiple()
                                        != ((FilesType) to).rules().multiple()
                                || (!((FilesType) from).onlyPictures() && ((FilesType) to).onlyPictures())));
    }

    /**
     * What a column of files becomes in another environment's column of the same field, as SQL: of several the first,
     * where there can be only one, and none where they are no pictures but must be.
     */
    static String copied(FilesType from, FilesType to, String column) {
        String value = column;
        if (to.rules().multiple() && !from.rules().multiple()) {
            value = "case when " + column + " is not null then jsonb_build_array(" + column + ") end";
        } else if (from.rules().multiple() && !to.rules().multiple()) {
            value = column + " -> 0";
        }
        return to.onlyPictures() && !from.onlyPictures()
                ? "case when nocode.only_pictures(" + column + ") then " + value + " end"
                : value;
    }

    /** How files become files of another kind; they become nothing else, and nothing else becomes files. */
    static Conversion conversion(FieldType from, FieldType to, String column) {
        if (!(from instanceof FilesType were) || !(to instanceof FilesType are)) {
            return new Conversion("null::" + to.wire().base(), "false", List.of());
        }
        String pictures = are.onlyPictures() && !were.onlyPictures() ? "nocode.only_pictures(" + column + ")" : "true";
        if (were.rules().multiple() == are.rules().multiple()) {
            return new Conversion(column, pictures, List.of());
        }
        return are.rules().multiple()
                ? new Conversion("jsonb_build_array(" + column + ")", pictures, List.of())
                : new Conversion(column + " -> 0", "jsonb_array_length(" + column + ") = 1 and " + pictures, List.of());
    }
}
