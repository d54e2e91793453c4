package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * JSON in the one form that equal contents share, whatever wrote or stored them: properties by name, numbers without
 * needless zeros.
 */
public final class Canonical {
    private Canonical() {}

    public static JsonNode form(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            ObjectNode sorted = Json.object();
            names.forEach(name -> sorted.set(name, form(object.get(name))));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode all = Json.array();
            array.forEach(element -> all.add(form(element)));
            return all;
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            return Json.mapper().getNodeFactory().numberNode(number.scale() < 0 ? number.setScale(0) : number);
        }
        return node;
    }

    /** SHA-256 of the canonical form, in hexadecimal digits. */
    public static String hash(JsonNode node) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.bytes(form(node))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
