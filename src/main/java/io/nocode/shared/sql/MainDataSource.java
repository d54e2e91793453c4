package io.nocode.shared.sql;

import org.postgresql.xa.PGXADataSource;

/** The main data source, configured by {@code nocode.db.*}: servers make it from its class name. */
public class MainDataSource extends PGXADataSource {
    private static final long serialVersionUID = 1L;

    public MainDataSource() {
        DatabaseSettings.read().configurePooled(this);
    }
}
