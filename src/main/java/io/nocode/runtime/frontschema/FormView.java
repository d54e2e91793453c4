package io.nocode.runtime.frontschema;

import java.util.List;

/** The form of a table's rows: its fields in order, and where what is entered goes. */
public record FormView(
        String tableName,
        String displayName,
        String apiEndpoint,
        TableView.Permissions permissions,
        List<FieldView> fields) {}
