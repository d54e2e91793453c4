package io.nocode.shared.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused, with what it says of it; wraps the checked exception of JDBC. */
public final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    public DatabaseFault(SQLException cause) {
        super(cause.getMessage(), cause);
        this.cause = cause;
    }

    /** The fault that lies at the bottom of an exception, if PostgreSQL raised it. */
    public static Optional<DatabaseFault> in(@Nullable Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseFault fault) {
                return Optional.of(fault);
            }
            if (cause instanceof SQLException sql) {
                return Optional.of(new DatabaseFault(sql));
            }
        }
        return Optional.empty();
    }

    /** The five characters of SQLSTATE; empty where the driver gave none. */
    public String state() {
        for (SQLException each = cause; each != null; each = each.getNextException()) {
            if (each.getSQLState() != null) {
                return each.getSQLState();
            }
        }
        return "";
    }

    public boolean isUniqueViolation() {
        return state().equals("23505");
    }

    /** The server cannot be reached, is stopping or starting, or has no connection left. */
    public boolean isUnavailable() {
        return state().startsWith("08")
                || state().startsWith("53")
                || state().startsWith("57P")
                || (state().isEmpty() && !(cause instanceof PSQLException));
    }

    /** The constraint that was broken; empty where none was. */
    public String constraint() {
        return server().map(ServerErrorMessage::getConstraint).orElse("");
    }

    /** The column that the fault names; empty where it names none. */
    public String column() {
        return server().map(ServerErrorMessage::getColumn).orElse("");
    }

    private Optional<ServerErrorMessage> server() {
        for (SQLException each = cause; each != null; each = each.getNextException()) {
            if (each instanceof PSQLException fromServer) {
                return Optional.ofNullable(fromServer.getServerErrorMessage());
            }
        }
        return Optional.empty();
    }
}
