package io.nocode.studio.tables;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An index over fields of a table, beyond those that single fields ask for.
 *
 * @param fields their names, in the index's order
 * @param unique whether no two rows may share all the values
 * @param type btree, gin or trigram
 */
@Schema(name = "SchemaIndex")
public record IndexView(UUID id, UUID schema, List<String> fields, boolean unique, String type, String name) {}
