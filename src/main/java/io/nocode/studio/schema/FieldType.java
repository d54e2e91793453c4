package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Set;

/** What a field holds: its column, its values, and what may be asked of it. One record a type, one file each. */
public interface FieldType {
    /** Its entry in the catalogue. */
    TypeKind entry();

    /** As in {@code fields_config[].type}. */
    default String name() {
        return entry().name();
    }

    /** How its column is read and written. */
    Wire wire();

    /** PostgreSQL's type, whole: {@code varchar(255)}. */
    default String column() {
        return wire().base();
    }

    /** Conditions that PostgreSQL holds every value to. */
    default List<String> checks(Identifier column) {
        return List.of();
    }

    /** Conditions under which a value of the wire's base type fits the column without being cut. */
    default List<String> narrowings(String expression) {
        return List.of();
    }

    /**
     * A JSON value (never null) as a value to bind: String, Integer, Long, BigDecimal, Double, Boolean, LocalDate,
     * LocalTime, OffsetDateTime, UUID, JsonNode.
     *
     * @throws ValueFault where the field cannot hold it
     */
    Object parse(JsonNode value);

    /**
     * The same from a query parameter or a cell of a file.
     *
     * @throws ValueFault where the field cannot hold it
     */
    Object parseText(String text);

    /**
     * A default as SQL. Types that know {@code NOW} or {@code AUTO} understand it here.
     *
     * @throws ValueFault where the field cannot hold it
     */
    default String defaultSql(JsonNode value) {
        return Literal.of(wire(), parse(value));
    }

    /** What filters may ask. */
    default Set<Operator> operators() {
        return entry().operators();
    }

    /** What PostgreSQL fills the column with by itself, as SQL: an identity, a formula; empty where rows bring values. */
    default String generation() {
        return "";
    }

    /** Whether PostgreSQL fills the column, so that nobody writes it. */
    default boolean isGenerated() {
        return !generation().isEmpty();
    }

    /** Whether it has a column; a relation of many to many has a table of its own instead. */
    default boolean isStored() {
        return true;
    }

    /** Whether {@code search} looks here. */
    default boolean searchable() {
        return false;
    }

    /** Whether the column can carry a B-tree index: its values are short enough. */
    default boolean indexable() {
        return true;
    }

    /** The options as in {@code fields_config}, defaults included. */
    default ObjectNode options() {
        return Json.object();
    }
}
