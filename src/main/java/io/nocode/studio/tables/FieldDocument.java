package io.nocode.studio.tables;

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

    @Schema(description = "Of a choice.")
    public List<Object> choices;

    @Schema(description = "Of a relation: the name of the table that it leads to.")
    public String target;

    private FieldDocument() {}
}
