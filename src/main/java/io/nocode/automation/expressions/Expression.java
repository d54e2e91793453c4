package io.nocode.automation.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelException;
import dev.cel.runtime.CelRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One expression of the Common Expression Language, checked. */
public final class Expression {
    /** A path of plain names, which needs no evaluator and keeps every digit of a decimal. */
    private static final Pattern PATH =
            Pattern.compile("(input_data|nodes|vars|user|project)(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final CelRuntime.Program program;
    private final @Nullable List<String> path;

    private Expression(CelRuntime.Program program, @Nullable List<String> path) {
        this.program = program;
        this.path = path;
    }

    /**
     * The expression that this text is.
     *
     * @throws ExpressionFault where it is none, with line and column
     */
    public static Expression of(String source) throws ExpressionFault {
        String plain = source.strip();
        if (plain.isEmpty()) {
            throw new ExpressionFault("There is no expression.", 1, 1);
        }
        List<String> path = PATH.matcher(plain).matches() ? Arrays.asList(plain.split("\\.", -1)) : null;
        return new Expression(Language.program(source), path);
    }

    /** The value that it has in this scope. */
    public JsonNode value(Scope scope) throws EvaluationFault {
        if (path != null) {
            JsonNode found = scope.at(path);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        try {
            return Values.toJson(program.trace(scope.values(), new Budget()));
        } catch (Budget.Exceeded tooMuch) {
            throw new EvaluationFault(String.valueOf(tooMuch.getMessage()));
        } catch (CelException fault) {
            throw new EvaluationFault(
                    Budget.Exceeded.isIn(fault)
                            ? "The expression costs too much."
                            : Language.tidy(String.valueOf(fault.getMessage())));
        }
    }

    /**
     * Whether it is true in this scope.
     *
     * @throws EvaluationFault also where it is neither true nor false
     */
    public boolean holds(Scope scope) throws EvaluationFault {
        JsonNode value = value(scope);
        if (!value.isBoolean()) {
            throw new EvaluationFault("The expression must be true or false, and is "
                    + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return value.booleanValue();
    }
}
