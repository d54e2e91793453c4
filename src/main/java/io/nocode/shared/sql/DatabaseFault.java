package io.nocode.shared.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                || (state().isEmpty() && !isOfDriver(cause));
    }

    /** The constraint that was broken; empty where none was. */
    public String constraint() {
        return said("getConstraint");
    }

    /** The column that the fault names; empty where it names none. */
    public String column() {
        return said("getColumn");
    }

    /**
     * One part of what PostgreSQL said, by its getter. Asked by name: a server may load the driver itself, and its
     * exceptions are then not of the classes that the WAR carries.
     */
    private String said(String getter) {
        for (SQLException each = cause; each != null; each = each.getNextException()) {
            if (isOfDriver(each)) {
                try {
                    Object message =
                            each.getClass().getMethod("getServerErrorMessage").invoke(each);
                    Object part = message == null
                            ? null
                            : message.getClass().getMethod(getter).invoke(message);
                    return part == null ? "" : part.toString();
                } catch (ReflectiveOperationException otherDriver) {
                    return "";
                }
            }
        }
        return "";
    }

    private static boolean isOfDriver(SQLException fault) {
        return fault.getClass().getName().equals("org.postgresql.util.PSQLException");
    }
}
