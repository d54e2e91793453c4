package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.studio.schema.TableSchema;
import java.util.List;

/** What an environment holds. */
record LiveVersion(int number, List<TableSchema> tables, JsonNode content) {}
