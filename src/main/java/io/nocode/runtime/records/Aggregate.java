package io.nocode.runtime.records;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the documentation shows figures. Answers are written without it.
 *
 * @param results a row for each group: what it is grouped by and its measures, under the names that were asked for
 */
@Schema(
        name = "Aggregate",
        example = "{\"results\": [{\"category\": \"a\", \"created_at:month\": \"2026-01-01\", \"sum:price\": 12.50}]}")
public record Aggregate(List<Map<String, Object>> results) {}
