package io.nocode.automation.expressions;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/** Counts what an evaluation costs, and ends it when that is too much: a step costs one, a text its length. */
final class Budget implements CelEvaluationListener {
    /** What one evaluation may cost: some tens of milliseconds, or some megabytes. */
    static final long MOST = 4_000_000;

    private long spent;

    @Override
    public void callback(CelExpr expression, Object value) {
        spend(1);
        // What is only looked up costs nothing more; what is made costs its size.
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                || expression.getKind() == CelExpr.ExprKind.Kind.LIST
                || expression.getKind() == CelExpr.ExprKind.Kind.MAP) {
            if (value instanceof String text) {
                spend(text.length());
            } else if (value instanceof Collection<?> list) {
                spend(list.size());
            } else if (value instanceof Map<?, ?> map) {
                spend(map.size());
            }
        }
    }

    private void spend(long cost) {
        spent += cost;
        if (spent > MOST) {
            throw new Exceeded();
        }
    }

    /** Thrown through the evaluator. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("The expression costs too much.", null, false, false);
        }

        static boolean isIn(Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Exceeded) {
                    return true;
                }
            }
            return false;
        }
    }
}
