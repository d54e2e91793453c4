package io.nocode.shared.sql;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.xa.PGXADataSource;

/** The main data source, configured by {@code nocode.db.*}: servers make it from its class name. */
public class MainDataSource extends PGXADataSource {
    private static final long serialVersionUID = 1L;

    public MainDataSource() {
        DatabaseSettings settings = DatabaseSettings.read();
        setUrl(settings.url());
        setUser(settings.user());
        setPassword(settings.password());
        try {
            for (Map.Entry<Object, Object> property : settings.properties().entrySet()) {
                setProperty((String) property.getKey(), (String) property.getValue());
            }
        } catch (SQLException unknownProperty) {
            throw new IllegalStateException("nocode.db.url: " + unknownProperty.getMessage(), unknownProperty);
        }
    }
}
