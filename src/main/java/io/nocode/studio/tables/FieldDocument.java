package io.nocode.studio.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API's document says of a field: its attributes, and the options of its type beside them. */
@Schema(
        name = "Field",
        description = "A field of a table. The options of its type stand beside its attributes: see field-types/.",
        example =
                "{\"name\": \"email\", \"label\": \"E-mail\", \"type\": \"string\", \"required\": true, \"max_length\": 100}")
@org.jspecify.annotations.NullUnmarked
public final class FieldDocument {
    @Schema(description = "Stays when the field is renamed; left out for a new field.")
    public UUID id;

    @Schema(required = true, pattern = "[a-z][a-z0-9_]{0,62}")
    public String name;

    public String label;

    @Schema(required = true, description = "One of field-types/.")
    public String type;

    public boolean required;
    public boolean unique;
    public boolean indexed;

    @Schema(
            name = "default",
            nullable = true,
            description = "A value of the type, NOW or AUTO where the type knows it.")
    public Object defaultValue;

    public String description;
    public String placeholder;

    @Schema(name = "help_text")
    public String helpText;

    @Schema(name = "visible_in_list")
    public boolean visibleInList;

    @Schema(name = "visible_in_form")
    public boolean visibleInForm;

    @Schema(name = "read_only")
    public boolean readOnly;

    public int position;

    @Schema(name = "max_length", nullable = true)
    public Integer maxLength;

    @Schema(name = "min_length", nullable = true)
    public Integer minLength;

    @Schema(nullable = true, description = "Of a string: a regular expression in the syntax of RE2.")
    public String pattern;

    @Schema(nullable = true, description = "Of decimals and amounts: how many digits there are in all.")
    public Integer precision;

    @Schema(nullable = true, description = "Of decimals and amounts: how many digits stand after the point.")
    public Integer scale;

    @Schema(name = "min_value", nullable = true, description = "Of numbers.")
    public BigDecimal minValue;

    @Schema(name = "max_value", nullable = true, description = "Of numbers.")
    public BigDecimal maxValue;

    @Schema(nullable = true, description = "Of dates, times and moments.")
    public String min;

    @Schema(nullable = true, description = "Of dates, times and moments.")
    public String max;

    @Schema(description = "Of amounts: as in ISO 4217.", example = "EUR")
    public String currency;

    @Schema(nullable = true, description = "Of JSON: a JSON Schema (2020-12) that names nothing outside itself.")
    public Object schema;

    @Schema(description = "Of automatic numbers: what stands before the number.", example = "INV-")
    public String prefix;

    @Schema(description = "Of automatic numbers: the first one.")
    public Long start;

    @Schema(
            description =
                    "Of a formula: of the row's other fields, with + - * / % & = <> < > and or not, and the functions"
                            + " round, abs, min, max, if, coalesce, concat, upper, lower, left, year, days_between and others.",
            example = "price * quantity")
    public String expression;

    @Schema(
            name = "result_type",
            description =
                    "Of a formula: string, integer, bigint, decimal, float, boolean, date, time, datetime or text; left"
                            + " out, the one that fits best.")
    public String resultType;

    @Schema(description = "Of choices: each with its value, and what people see for it.")
    public List<Object> choices;

    @Schema(description = "Of a relation: many_to_one, one_to_one or many_to_many.")
    public String kind;

    @Schema(name = "on_delete", description = "Of a relation: restrict, cascade or set_null.")
    public String onDelete;

    @Schema(name = "display_field", description = "Of a relation: the target's field that people see for a row.")
    public String displayField;

    @Schema(name = "reverse_name", description = "Of a relation: what the target calls the rows that point to it.")
    public String reverseName;

    @Schema(description = "Of a relation: the name of the table that it leads to.")
    public String target;

    private FieldDocument() {}
}
