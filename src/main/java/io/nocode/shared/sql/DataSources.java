package io.nocode.shared.sql;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Declares the main data source. Payara makes it from this annotation; Open Liberty takes the one of the same name
 * that {@code WEB-INF/ibm-web-bnd.xml} binds, since it refuses driver classes from within a WAR.
 */
@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/main",
        className = "io.nocode.shared.sql.MainDataSource",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            "fish.payara.pool-resize-quantity=2"
        })
public class DataSources {}
