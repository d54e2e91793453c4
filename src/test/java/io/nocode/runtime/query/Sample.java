package io.nocode.runtime.query;

import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.TableSchemaJson;

/** Two related tables: cities and their countries. */
final class Sample {
    static final Cursors CURSORS = new Cursors(new OpenSeal(), "project dev somebody");

    static final LiveTable CITIES = LiveTable.all(Identifier.of("p_1_dev"), TableSchemaJson.readAll(Json.parse("""
                                    [{"id": "00000000-0000-7000-8000-000000000001", "table_name": "country",
                                      "display_name": "Country", "description": "", "icon": "", "options": {},
                                      "fields_config": [
                                        {"id": "00000000-0000-7000-8000-000000000011", "name": "name", "type": "string"},
                                        {"id": "00000000-0000-7000-8000-000000000012", "name": "code", "type": "string",
                                         "max_length": 2, "min_length": 2, "unique": true}]},
                                     {"id": "00000000-0000-7000-8000-000000000002", "table_name": "city",
                                      "display_name": "City", "description": "", "icon": "", "options": {},
                                      "fields_config": [
                                        {"id": "00000000-0000-7000-8000-000000000021", "name": "name", "type": "string",
                                         "required": true},
                                        {"id": "00000000-0000-7000-8000-000000000022", "name": "price", "type": "decimal",
                                         "precision": 12, "scale": 2, "min_value": 0},
                                        {"id": "00000000-0000-7000-8000-000000000023", "name": "inhabitants",
                                         "type": "integer", "min_value": 0},
                                        {"id": "00000000-0000-7000-8000-000000000024", "name": "founded", "type": "date"},
                                        {"id": "00000000-0000-7000-8000-000000000025", "name": "capital",
                                         "type": "boolean"},
                                        {"id": "00000000-0000-7000-8000-000000000026", "name": "facts", "type": "json"},
                                        {"id": "00000000-0000-7000-8000-000000000027", "name": "kind", "type": "choice",
                                         "choices": [{"value": "town"}, {"value": "metropolis"}]},
                                        {"id": "00000000-0000-7000-8000-000000000028", "name": "order__no",
                                         "type": "integer"},
                                        {"id": "00000000-0000-7000-8000-000000000029", "name": "country",
                                         "type": "relation", "target": "country"}]}]
                                    """)))
            .get("city");

    private Sample() {}
}
