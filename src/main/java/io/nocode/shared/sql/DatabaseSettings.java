package io.nocode.shared.sql;

import io.nocode.shared.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** Where PostgreSQL is: {@code nocode.db.*}. */
public record DatabaseSettings(String url, String user, String password) {
    private static final String UTC = "-c TimeZone=UTC";

    /** One statement has one processor, so that somebody's large query leaves the others of the machine to everybody. */
    private static final String NOT_PARALLEL = "-c max_parallel_workers_per_gather=0";

    public static DatabaseSettings read() {
        return new DatabaseSettings(
                Settings.text("nocode.db.url")
                        .orElseThrow(() -> new IllegalStateException(
                                "nocode.db.url is not set: the JDBC URL of PostgreSQL, such as"
                                        + " jdbc:postgresql://localhost:5432/nocode.")),
                Settings.text("nocode.db.user", "nocode"),
                Settings.text("nocode.db.password", ""));
    }

    /** How long a statement may take on the server's pool; jobs lift it for themselves. */
    private static Duration statementTimeout() {
        return Settings.duration("nocode.db.statement-timeout", Duration.ofSeconds(30));
    }

    /** The properties of a connection: UTC, and text that takes the type of the column it is compared with. */
    private Properties properties(String options) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "nocode");
        properties.setProperty("currentSchema", "nocode");
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("options", options);
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        return properties;
    }

    /** Connections outside the server's pool, for the migrations and for what holds one for long. */
    public DataSource direct() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        configure(source, UTC);
        return source;
    }

    void configurePooled(BaseDataSource source) {
        configure(
                source,
                String.join(
                        " ",
                        UTC,
                        NOT_PARALLEL,
                        "-c statement_timeout=" + statementTimeout().toMillis()));
    }

    private void configure(BaseDataSource source, String options) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        try {
            for (Map.Entry<Object, Object> property : properties(options).entrySet()) {
                source.setProperty((String) property.getKey(), (String) property.getValue());
            }
        } catch (SQLException unknownProperty) {
            throw new IllegalStateException("nocode.db.url: " + unknownProperty.getMessage(), unknownProperty);
        }
    }
}
