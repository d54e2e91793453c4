package io.nocode.runtime.changes;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the documentation shows a change of a row; it is written while it is read. */
@Schema(
        name = "RowChange",
        description =
                "What happened to a row, for who may see it: one that comes into what is followed is `created`, one"
                        + " that leaves it `deleted`.")
interface RowChange {
    @Schema(enumeration = {"created", "updated", "deleted"})
    String getAction();

    @Schema(description = "The same for all who hear of the change; it never comes with another change.")
    long getChange();

    UUID getId();

    @Schema(
            description = "The row as it was then, with the fields that the caller may read; null once it is deleted.",
            nullable = true)
    @Nullable
    Object getRow();
}
