package io.nocode.runtime.frontschema;

import java.util.List;

/** The fields of a table. */
public record FieldList(String tableName, int count, List<FieldView> fields) {}
