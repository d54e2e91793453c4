package io.nocode.studio.tables;

import java.util.List;

/** What PostgreSQL holds for a table in dev. */
public record SqlInfo(String tableName, long columnsCount, List<String> indexes, List<String> constraints) {}
