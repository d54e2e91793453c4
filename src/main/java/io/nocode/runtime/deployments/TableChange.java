package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import java.util.List;

/**
 * A change of an environment's tables.
 *
 * @param from the tables as they stood in PostgreSQL
 */
record TableChange(Identifier pgSchema, List<TableSchema> from, List<TableSchema> to, List<Ddl> steps) {}
